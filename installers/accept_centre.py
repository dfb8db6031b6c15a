"""Says whether a centre file is right: `python -m installers.accept_centre FILE`, exit status 0 or 2."""

from __future__ import annotations

import sys
from pathlib import Path

from shared.domain.centre_file import CentreFileError, load_centre


def main(arguments: list[str]) -> int:
    try:
        load_centre(Path(arguments[0]))
    except (CentreFileError, OSError) as mistake:
        print(mistake)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
