"""Language packs: the ones that come with Suyana, and a centre's own, which correct them or add to them.

A pack is a folder named by its tag:

    pack.toml      what language it is, who signed its numbers, whose voice its recordings are
    texts.ts       its texts, for Qt Linguist
    audio/         recordings by name: n47.wav, lP.wav, counter.wav
    pictograms/    pictures by the name of ours that they replace: help-circle.svg
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec
import platformdirs

from shared.domain.languages.faults import text_fault
from shared.domain.languages.speech import Entry, Key, Speech
from shared.domain.languages.tags import AYMARA, COLLAO, LANGUAGES, SPANISH, Tag, canonical
from shared.languages.ts import Catalogue, UnreadableCatalogue

SHIPPED = Path(__file__).parent / "packs"
DESCRIPTION, TEXTS = "pack.toml", "texts.ts"

APOSTROPHES = str.maketrans(dict.fromkeys("'´ʼ‘", "’"))
"""Sources write four signs for one letter of Cusco-Collao and Aymara; this one looks right, and paper has ' for it."""


def usual_folder() -> Path:
    """Where a centre's own packs lie: what SUYANA_LANGUAGES says, else beside its centre file."""
    named = os.environ.get("SUYANA_LANGUAGES")
    places = [platformdirs.user_config_path("suyana", appauthor=False)]
    places.append(platformdirs.site_config_path("suyana", appauthor=False))
    folders = [Path(named)] if named else [place / "languages" for place in places]
    return next((folder for folder in folders if folder.is_dir()), folders[-1])


class UnreadablePack(Exception):
    """What keeps a pack, or a part of it, from being used: one sentence with the file."""


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who signed how numbers are said, those too about which sources do not agree."""

    reviewed_by: str = ""
    reviewed_on: date | None = None


class Voice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose voice the recordings are: "recorded" or "synthesised". licence: what the speaker allowed, in writing."""

    kind: str = ""
    speaker: str = ""
    licence: str = ""


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """pack.toml. `name` is for staff, in Spanish; `variant` says which one of the language, and how it is spelled."""

    tag: Tag
    name: str
    variant: str = ""
    note: str = ""
    numbers: Numbers = Numbers()
    voice: Voice = Voice()


class Pack(msgspec.Struct, frozen=True):
    """One folder. wrong: sentences about what in it cannot be used."""

    folder: Path
    about: Description
    entries: Mapping[Key, Entry]
    wrong: tuple[str, ...] = ()

    def recording(self, clip: str) -> Path | None:
        return _there(self.folder / "audio" / f"{clip}.wav")

    def pictogram(self, name: str) -> Path | None:
        return _there(self.folder / "pictograms" / f"{name}.svg")


def read_pack(folder: Path) -> Pack:
    """Raises UnreadablePack where the folder is no pack at all; what is wrong inside it stands in `wrong`."""
    about = _description(folder)
    wrong: list[str] = []
    entries: dict[Key, Entry] = {}
    try:
        entries = Catalogue(folder / TEXTS).entries() if (folder / TEXTS).is_file() else {}
    except (UnreadableCatalogue, OSError) as error:
        wrong.append(str(error))
    kept = {}
    for key, entry in entries.items():
        fault = text_fault(about.tag, key[0], entry.text)
        if fault:
            wrong.append(f"{folder / TEXTS}: «{key[0]}»: {fault}")
        kept[key] = Entry("") if fault else spelled(about.tag, entry)
    return Pack(folder, about, kept, tuple(wrong))


def spelled(tag: Tag, entry: Entry) -> Entry:
    """With one sign for the apostrophe."""
    if tag not in (COLLAO, AYMARA):
        return entry
    return Entry(entry.text.translate(APOSTROPHES), entry.certainty, entry.source, entry.reviewed_by, entry.reviewed_on)


class Languages:
    """All packs of a device: those that come with Suyana, then the centre's own, of which each text goes first."""

    def __init__(self, own: Path | None = None) -> None:
        """own: the centre's folder of packs; without it, the usual one."""
        own = own or usual_folder()
        self.packs: list[Pack] = []
        self.wrong: list[str] = []
        for folder in (*_folders(SHIPPED), *_folders(own)):
            try:
                pack = read_pack(folder)
            except UnreadablePack as error:
                self.wrong.append(str(error))
                continue
            self.packs.append(pack)
            self.wrong += pack.wrong

    def of(self, tag: Tag) -> list[Pack]:
        """The packs of a language, the one that goes first last."""
        return [pack for pack in self.packs if pack.about.tag == canonical(tag)]

    def speech(self, tag: Tag, words: Mapping[Key, Entry] | None = None) -> Speech:
        """A language as it is spoken here. words: of the centre file, before those of all packs."""
        entries: dict[Key, Entry] = {}
        for pack in self.of(tag):
            entries |= {key: entry for key, entry in pack.entries.items() if entry.text}
        signed = any(pack.about.numbers.reviewed_by for pack in self.of(tag))
        return Speech(canonical(tag), {**entries, **(words or {})}, signed)

    def recording(self, tag: Tag, clip: str) -> Path | None:
        """A WAV of this name, the centre's own first."""
        return next((path for pack in reversed(self.of(tag)) if (path := pack.recording(clip))), None)

    def pictogram(self, tag: Tag, name: str) -> Path | None:
        """An SVG that this language has in the place of ours."""
        return next((path for pack in reversed(self.of(tag)) if (path := pack.pictogram(name))), None)


def source_texts(packs: Iterable[Pack]) -> set[Key]:
    """Every text there is: the Spanish pack lists them all."""
    return {key for pack in packs if pack.about.tag == SPANISH for key in pack.entries}


def _description(folder: Path) -> Description:
    path = folder / DESCRIPTION
    try:
        about = msgspec.toml.decode(path.read_bytes(), type=Description)
    except OSError as error:
        raise UnreadablePack(f"{path}: cannot be read ({error.strerror})") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadablePack(f"{path}: {error}") from error
    if about.tag not in LANGUAGES:
        raise UnreadablePack(f"{path}: there is no language {about.tag!r}, only {', '.join(LANGUAGES)}")
    return about


def _folders(where: Path | None) -> Iterator[Path]:
    if where is not None and where.is_dir():
        yield from sorted(folder for folder in where.iterdir() if folder.is_dir() and not folder.name.startswith("."))


def _there(path: Path) -> Path | None:
    return path if path.is_file() else None
