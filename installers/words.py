"""Bring the catalogues of all packs up to what the programs say: `make words`, after a text was added or changed.

Qt's lupdate does it. What is translated stays; a text that is no longer said is kept as vanished; one that changed a
little keeps its translation, unfinished.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from shared.domain.languages.tags import LANGUAGES
from shared.languages.collect import files_that_say, texts_in
from shared.languages.packs import SHIPPED, TEXTS
from shared.languages.ts import Catalogue

ROOT = Path(__file__).parent.parent
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"


def main() -> None:
    texts = texts_in(ROOT)
    catalogues = [SHIPPED / tag / TEXTS for tag in LANGUAGES]
    for tag, path in zip(LANGUAGES, catalogues, strict=True):
        run_lupdate(files_that_say(ROOT), path)
        catalogue = Catalogue(path)
        catalogue.be_of(tag)
        missing = texts.keys() - catalogue.entries().keys()
        if missing:
            raise SystemExit(f"{path}: lupdate missed {sorted(missing)}")
        catalogue.write()
        done = sum(bool(entry.text) for entry in catalogue.entries().values())
        print(f"{tag}: {len(texts)} texts, {done} translated")


def run_lupdate(files: list[Path], path: Path) -> None:
    """Raises CalledProcessError. For its while every catalogue is a Spanish one: Qt knows no Aymara."""
    if path.is_file():
        catalogue = Catalogue(path)
        catalogue.be_of("es_PE")
        catalogue.write()
    with tempfile.NamedTemporaryFile("w", suffix=".lst", encoding="utf-8") as listed:
        listed.write("\n".join(map(str, files)))
        listed.flush()
        known = ["-source-language", "es_PE", "-locations", "none", "-silent"]
        command = [str(LUPDATE), "-tr-function-alias", "tr+=say", *known, f"@{listed.name}", "-ts", str(path)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
