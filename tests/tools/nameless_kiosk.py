"""The kiosk with the names taken from its buttons: what a program that sees only the tree must fail at.

python -m tests.tools.nameless_kiosk --hub URL --identity DIR ...
"""

from __future__ import annotations

import sys

from shared.ui.card_button import CardButton


def no_name(button: CardButton, name: str, description: str = "") -> None:  # noqa: ARG001
    button.setAccessibleName("")
    button.setAccessibleDescription("")


if __name__ == "__main__":
    CardButton.show_name = no_name  # type: ignore[method-assign]
    from suyana import main

    main(["kiosk", *sys.argv[1:]])
