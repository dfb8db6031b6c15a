"""The languages of a centre, by the tags that centre files, tickets and packs name them with: ISO 639-3 or 639-1."""

from __future__ import annotations

from collections.abc import Collection

Tag = str
"""One of LANGUAGES, or an older name of one (`qu`, `ay`)."""

SPANISH = "es"
COLLAO = "quz"
CHANKA = "quy"
AYMARA = "ayr"
ENGLISH = "en"

LANGUAGES: tuple[Tag, ...] = (SPANISH, COLLAO, CHANKA, AYMARA, ENGLISH)
"""Spanish, Quechua of Cusco and Collao, Quechua of Ayacucho and Chanka, Aymara, English."""

FAMILIES = {COLLAO: "qu", CHANKA: "qu", AYMARA: "ay"}
"""The name of the language without its variant, as a person says of themselves "I speak Quechua"."""

_FAMILY_MEANS = {"qu": COLLAO, "ay": AYMARA}

OWN_NAMES: dict[Tag, str] = {
    SPANISH: "Español",
    COLLAO: "Runasimi",
    CHANKA: "Runasimi (Chanka)",
    AYMARA: "Aymar aru",
    ENGLISH: "English",
}
"""Never translated. *Runasimi* and *Aymar aru* are what several published sources agree on."""

COLLAO_BESIDE_CHANKA = "Runasimi (Qusqu)"


def canonical(tag: Tag) -> Tag:
    """`qu` is Quechua of Cusco and Collao, `ay` is Aymara; every other tag is itself."""
    return _FAMILY_MEANS.get(tag, tag)


def own_name(tag: Tag, among: Collection[Tag] = ()) -> str:
    """In the language's own words; a variant says which one it is only beside the other one."""
    tag = canonical(tag)
    if tag == COLLAO and CHANKA in among:
        return COLLAO_BESIDE_CHANKA
    return OWN_NAMES.get(tag, tag)


def speaks(skills: Collection[str], need: Tag) -> bool:
    """Whether who has these skills speaks the language of a ticket.

    `qu` as a skill is Quechua of any variant, as a need Quechua of Cusco and Collao; a certificate names a variant, so
    `quz` as a skill is that one only.
    """
    if need in skills or canonical(need) in skills:
        return True
    return FAMILIES.get(canonical(need)) in skills
