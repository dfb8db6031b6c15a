"""Pictures of every kiosk screen in every language, at both sizes, from the kiosk's own window and flow.

A process of its own: `python -m installers.demo.kiosk_pictures FOLDER [LANGUAGE ...]`. Each is named
`SCREEN-LANGUAGE-portrait.png` or `-landscape.png`, for a contact sheet of each screen.
"""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from installers.demo.kiosk_gallery import gallery
from kiosk.screens.window import KioskWindow
from shared.domain.catalogue import Catalogue
from shared.domain.centre_file import load_centre
from shared.domain.languages import LANGUAGES
from shared.languages.tongues import Tongues
from shared.ui import theme, tokens

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
CENTRE = Path(__file__).parents[1] / "centres" / "region-sur.toml"


def take(centre: Catalogue, folder: Path, languages: tuple[str, ...] = LANGUAGES) -> int:
    """How many there are. The folder is made; the application has to be dressed already."""
    folder.mkdir(parents=True, exist_ok=True)
    tongues = Tongues()
    tongues.centre_has(centre)
    count = 0
    for shape, size in SIZES.items():
        window = KioskWindow()
        window.setFixedSize(*size)
        window.show()
        for language in languages:
            tongues.speak(language)
            for name, view in gallery(replace(centre, languages=LANGUAGES), language):
                window.show_view(view)
                QApplication.processEvents()
                window.grab().save(str(folder / f"{name}-{language}-{shape}.png"))
                count += 1
        window.close()
    return count


def main() -> None:
    folder, *languages = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    theme.apply(app)
    tokens.motion = 0.0
    count = take(load_centre(CENTRE), Path(folder), tuple(languages) or LANGUAGES)
    print(f"{count} pictures in {folder}")


if __name__ == "__main__":
    main()
