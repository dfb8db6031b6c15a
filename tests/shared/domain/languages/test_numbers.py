"""Numbers as words: the published examples one by one, and what holds for all."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from shared.domain.languages import LANGUAGES, Certainty, certainty, number_words
from shared.domain.languages.numbers import number_clips, sayable

# Quechua (Collao and Chanka alike) and Aymara; "?" marks those that wait for a translator.
PAIRS = """
1 | huk | maya
2 | iskay | paya
5 | pichqa | phisqa
7 | qanchis | paqallqu
9 | isqun | llätunka
10 | chunka | tunka
11 | chunka hukniyuq | tunka mayani
12 | chunka iskayniyuq | tunka payani
13 | chunka kimsayuq | tunka kimsani
14 | chunka tawayuq | tunka pusini
15 | chunka pichqayuq | tunka phisqani
16 | chunka suqtayuq | tunka suxtani
17 | chunka qanchisniyuq | tunka paqallquni
18 | chunka pusaqniyuq | tunka kimsaqallquni
19 | chunka isqunniyuq | tunka llätunkani
20 | iskay chunka | pä tunka
21 | iskay chunka hukniyuq | pä tunka mayani
25 | iskay chunka pichqayuq | pä tunka phisqani
30 | kimsa chunka | kimsa tunka
34 | kimsa chunka tawayuq | kimsa tunka pusini
38 | kimsa chunka pusaqniyuq | kimsa tunka kimsaqallquni
40 | tawa chunka | pusi tunka
43 | tawa chunka kimsayuq | pusi tunka kimsani
47 | tawa chunka qanchisniyuq | pusi tunka paqallquni
50 | pichqa chunka | phisqa tunka
60 | suqta chunka | suxta tunka
66 | suqta chunka suqtayuq | suxta tunka suxtani
70 | qanchis chunka | paqallq tunka
72 | qanchis chunka iskayniyuq | paqallq tunka payani
80 | pusaq chunka | kimsaqallq tunka
83 | pusaq chunka kimsayuq | kimsaqallq tunka kimsani
90 | isqun chunka | llätunk tunka
91 | isqun chunka hukniyuq | llätunk tunka mayani
99 | isqun chunka isqunniyuq | llätunk tunka llätunkani
100 | pachak | pataka
101 | pachak hukniyuq | pataka mayani ?
109 | pachak isqunniyuq | pataka llätunkani ?
110 | pachak chunka ? | pataka tunka ?
111 | pachak chunka hukniyuq | pataka tunka mayani
118 | pachak chunka pusaqniyuq | pataka tunka kimsaqallquni
120 | pachak iskay chunka ? | pataka pä tunka ?
155 | pachak pichqa chunka pichqayuq | pataka phisqa tunka phisqani
200 | iskay pachak | pä pataka
300 | kimsa pachak | kimsa pataka
347 | kimsa pachak tawa chunka qanchisniyuq | kimsa pataka pusi tunka paqallquni
500 | pichqa pachak | phisqa pataka
606 | suqta pachak suqtayuq | suxta pataka suxtani ?
777 | qanchis pachak qanchis chunka qanchisniyuq | paqallq pataka paqallq tunka paqallquni
888 | pusaq pachak pusaq chunka pusaqniyuq | kimsaqallq pataka kimsaqallq tunka kimsaqallquni
900 | isqun pachak | llätunk pataka
983 | isqun pachak pusaq chunka kimsayuq | llätunk pataka kimsaqallq tunka kimsani
999 | isqun pachak isqun chunka isqunniyuq | llätunk pataka llätunk tunka llätunkani
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in PAIRS.strip().splitlines()]

SPANISH = {
    0: "cero", 1: "uno", 15: "quince", 16: "dieciséis", 20: "veinte", 21: "veintiuno", 22: "veintidós", 30: "treinta",
    31: "treinta y uno", 100: "cien", 101: "ciento uno", 199: "ciento noventa y nueve", 500: "quinientos",
    716: "setecientos dieciséis", 1000: "mil", 1888: "mil ochocientos ochenta y ocho", 2100: "dos mil cien",
    9999: "nueve mil novecientos noventa y nueve",
}  # fmt: skip
ENGLISH = {
    0: "zero", 13: "thirteen", 20: "twenty", 47: "forty-seven", 100: "one hundred", 105: "one hundred and five",
    1000: "one thousand", 1005: "one thousand and five", 1888: "one thousand eight hundred and eighty-eight",
}  # fmt: skip


@pytest.mark.parametrize(("number", "quechua", "aymara"), ROWS)
def test_published_numbers_are_said_as_published(number: str, quechua: str, aymara: str) -> None:
    for tags, words in ((("quz", "quy", "qu"), quechua), (("ayr", "ay"), aymara)):
        for tag in tags:
            assert number_words(int(number), tag) == words.removesuffix(" ?")
            sure = certainty(int(number), tag)
            assert (sure is Certainty.PROPOSED) == words.endswith("?")


def test_a_unit_after_a_hundred_has_one_source_in_quechua() -> None:
    assert certainty(101, "quz") is Certainty.ONE_SOURCE
    assert certainty(111, "quz") is Certainty.VERIFIED


def test_what_is_one_to_ninety_nine_is_verified_everywhere() -> None:
    assert all(certainty(n, tag) is Certainty.VERIFIED for n in range(1, 100) for tag in LANGUAGES)


def test_spanish_and_english_numbers() -> None:
    assert {n: number_words(n) for n in SPANISH} == SPANISH
    assert {n: number_words(n, "en") for n in ENGLISH} == ENGLISH


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_two_numbers_sound_alike(tag: str) -> None:
    said = [number_words(n, tag) for n in sayable(tag)]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(("tag", "longest"), [("quz", 42), ("quy", 42), ("ayr", 48)])
def test_the_longest_number_is_as_long_as_the_layouts_expect(tag: str, longest: int) -> None:
    assert max(len(number_words(n, tag)) for n in sayable(tag)) == longest


@pytest.mark.parametrize("tag", ["quz", "quy", "ayr"])
def test_zero_and_a_thousand_are_not_said(tag: str) -> None:
    for number in (-1, 0, 1000):
        with pytest.raises(ValueError, match=f"{number} cannot be said in {tag}: only 1 to 999 can"):
            number_words(number, tag)


@given(st.integers(1, 999))
def test_quechua_links_only_the_last_unit(number: int) -> None:
    words = number_words(number, "quz").split()
    linked = [word for word in words if word.endswith("yuq")]
    assert linked == ([words[-1]] if number > 10 and number % 10 else [])
    assert "huk" not in words[:-1]
    assert not any("'" in word for word in words)


@given(st.integers(1, 999))
def test_aymara_links_only_the_last_unit_and_counts_two_as_pa(number: int) -> None:
    words = number_words(number, "ayr").split()
    linked = [word for word in words if word.endswith("ni")]
    assert linked == ([words[-1]] if number > 10 and number % 10 else [])
    assert not {"paya", "paqallqu", "kimsaqallqu", "llätunka"} & set(words[:-1])


@given(st.sampled_from(("quz", "quy", "ayr")), st.integers(1, 999))
def test_the_recordings_of_a_number_say_its_words(tag: str, number: int) -> None:
    def says(clip: str) -> str:
        value = int(clip[1:])
        return number_words(value, tag) if clip[0] in "nh" else number_words(10 + value, tag).split()[-1]

    assert " ".join(says(clip) for clip in number_clips(number, tag)) == number_words(number, tag)


def test_a_language_needs_117_recordings_of_numbers() -> None:
    for tag in ("quz", "ayr"):
        assert len({clip for n in range(1, 1000) for clip in number_clips(n, tag)}) == 117


@pytest.mark.parametrize(
    ("number", "clips"),
    [
        (0, ("n0",)), (47, ("n47",)), (100, ("h100",)), (101, ("h100+", "n1")), (347, ("h300+", "n47")),
        (1000, ("t1000",)), (1888, ("t1000+", "h800+", "n88")), (2100, ("t2000+", "h100")),
    ],
)  # fmt: skip
def test_spanish_recordings(number: int, clips: tuple[str, ...]) -> None:
    assert number_clips(number) == number_clips(number, "en") == clips
