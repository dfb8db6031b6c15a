"""The languages that the centre announces: what of them nobody has reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from installers.doctor.finding import Finding, fault, fine, note
from installers.languages import standing
from shared.domain.catalogue import Catalogue
from shared.domain.languages import SPANISH, own_name
from shared.languages.packs import Languages


def look(catalogue: Catalogue | None, languages: Languages | None = None) -> Iterator[Finding]:
    languages = languages or Languages()
    for sentence in languages.wrong:
        yield fault("Languages", sentence)
    for tag in catalogue.languages if catalogue else ():
        if tag == SPANISH:
            continue
        if not languages.of(tag):
            yield fault("Languages", f"there is no pack for {tag}, which the centre file announces")
            continue
        one = standing(languages, tag)
        says = f"{own_name(tag)}: {one.sentence()}"
        whole = one.alone == one.texts and bool(one.numbers_by)
        do = f"have it reviewed (suyana languages unreviewed {tag}) and sign it (suyana languages sign)"
        yield fine("Languages", says) if whole else note("Languages", says, do)
