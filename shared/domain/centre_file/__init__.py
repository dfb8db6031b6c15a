"""The centre file: the TOML in which people describe a centre, read and checked into a `Catalogue`.

Every key, its type and its default is in `docs/centre-file.md`.
"""

from shared.domain.centre_file.mistakes import CentreFileError
from shared.domain.centre_file.read import load_centre, read_centre

__all__ = ["CentreFileError", "load_centre", "read_centre"]
