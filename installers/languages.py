"""Language packs for whoever keeps a centre: what is there, what is missing, a pack of one's own, a signature."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from shared.domain.catalogue import Catalogue
from shared.domain.languages import LANGUAGES, SPANISH, Tag, canonical, own_name
from shared.domain.languages.speech import Key
from shared.languages.packs import SHIPPED, TEXTS, Languages, Pack, read_pack, source_texts
from shared.languages.ts import Catalogue as Texts


class Standing(NamedTuple):
    """How far a language is. alone: texts that need no Spanish beside them. recordings: WAV files of all its packs."""

    tag: Tag
    texts: int
    translated: int
    alone: int
    recordings: int
    numbers_by: str
    reviewers: tuple[str, ...]

    def sentence(self) -> str:
        if self.tag == SPANISH:
            return f"{self.texts} texts, the source of all others; {self.recordings} recordings"
        unreviewed = self.translated - self.alone
        numbers = f"numbers signed by {self.numbers_by}" if self.numbers_by else "numbers signed by nobody"
        return (
            f"{self.translated} of {self.texts} texts translated, {self.alone} verified or signed, "
            f"{unreviewed} unreviewed (shown with the Spanish); {numbers}; {self.recordings} recordings"
        )


def standing(languages: Languages, tag: Tag) -> Standing:
    texts = source_texts(languages.packs)
    entries = languages.speech(tag).entries
    packs = languages.of(tag)
    return Standing(
        canonical(tag),
        len(texts),
        sum(key in entries for key in texts),
        sum(key in entries and entries[key].alone for key in texts),
        sum(len(list((pack.folder / "audio").rglob("*.wav"))) for pack in packs),
        next((pack.about.numbers.reviewed_by for pack in reversed(packs) if pack.about.numbers.reviewed_by), ""),
        tuple(sorted({entry.reviewed_by for entry in entries.values() if entry.reviewed_by})),
    )


def tell(languages: Languages) -> int:
    """Everything that is there, and what is wrong; 1 where something is."""
    for tag in LANGUAGES:
        packs = languages.of(tag)
        click.echo(f"{tag:<4} {own_name(tag, LANGUAGES):<18} {packs[-1].about.name if packs else 'no pack'}")
        if packs:
            one = standing(languages, tag)
            click.echo(f"     {one.sentence()}")
            click.echo("".join(f"     signed by {name}\n" for name in one.reviewers), nl=False)
        for pack in packs[1:]:
            click.echo(f"     with {pack.folder}")
    for sentence in languages.wrong:
        click.echo(f"!!   {sentence}")
    return 1 if languages.wrong else 0


def unreviewed(languages: Languages, tag: Tag) -> Iterator[str]:
    """One line for each text that no two sources agree on and nobody has signed, with where it comes from."""
    for (spanish, _), entry in sorted(languages.speech(tag).entries.items()):
        if entry.text and not entry.alone:
            yield f"{' '.join(spanish.split())} = {' '.join(entry.text.split())}  ({entry.source or 'no source'})"


def make_own(tag: Tag, folder: Path, centre: Catalogue | None) -> Path:
    """A pack in the centre's folder to be corrected, with the names of the centre. Raises ClickException."""
    tag = canonical(tag)
    made = folder / tag
    if tag not in LANGUAGES:
        raise click.ClickException(f"there is no language {tag!r}: {', '.join(LANGUAGES)}")
    if made.exists():
        raise click.ClickException(f"{made} is there already: correct it, or set it aside first")
    shutil.copytree(SHIPPED / tag, made)
    texts = Texts(made / TEXTS)
    for name in names_of(centre) if centre else ():
        texts.add((name, ""))
    texts.write()
    return made


def names_of(centre: Catalogue) -> list[str]:
    """What a citizen reads of a centre file, once each."""
    names = [centre.motto]
    for entity in centre.entities:
        names += [entity.name, entity.short, entity.does]
    for service in centre.services:
        names += [service.name, service.short, *service.requirements]
    return [name for name in dict.fromkeys(names) if name]


def sign(pack: Path, by: str, on: date, *, everything: bool) -> int:
    """Put a name to the texts that Linguist calls finished, or to all that are translated. How many they were."""
    read: Pack = read_pack(pack)
    texts = Texts(pack / TEXTS)
    entries = texts.entries()
    wanted: set[Key] = {key for key, entry in entries.items() if entry.text} if everything else texts.finished()
    usable = {key for key in wanted if read.entries[key].text and not entries[key].reviewed_by}
    texts.sign(by, on, usable)
    texts.write()
    return len(usable)
