from __future__ import annotations

from hypothesis import given, strategies as st

from shared.printing.lines import DOUBLE, TALL, Pair, Text, balanced, fitted, hanging, pair, wrap

WORDS = st.text(alphabet="abñ é-", max_size=120)


def test_a_short_title_is_printed_double() -> None:
    assert fitted("Antecedentes penales", 576, (DOUBLE, TALL), 2) == [
        Text("Antecedentes penales", "center", DOUBLE, bold=True)
    ]


def test_a_title_whose_words_are_too_wide_is_printed_narrow_rather_than_broken() -> None:
    lines = fitted("Superintendencia de Telecomunicaciones", 384, (DOUBLE, TALL), 3)
    assert [line.text for line in lines] == ["Superintendencia de", "Telecomunicaciones"]
    assert {line.size for line in lines} == {TALL}


def test_no_word_is_left_alone_under_a_centred_sentence() -> None:
    assert balanced("¿Un reclamo? Pida el Libro de Reclamaciones.", 32) == [
        "¿Un reclamo? Pida el",
        "Libro de Reclamaciones.",
    ]


@given(WORDS, st.integers(1, 48))
def test_balancing_adds_no_line_and_no_width(text: str, room: int) -> None:
    lines = balanced(text, room)
    assert len(lines) == len(wrap(text, room))
    assert all(len(line) <= room for line in lines)


@given(WORDS, st.integers(1, 48))
def test_wrapping_loses_no_letter(text: str, room: int) -> None:
    assert "".join(wrap(text, room)).replace(" ", "") == text.replace(" ", "")


def test_label_and_value_share_a_line_when_a_space_stays_between_them() -> None:
    assert pair("a" * 30, "b" * 17, 576) == [Pair("a" * 30, "b" * 17)]
    assert pair("a" * 30, "b" * 18, 576) == [Text("a" * 30), Text("b" * 18, "right", bold=True)]


def test_a_long_name_goes_on_under_its_first_letter() -> None:
    lines = hanging("2. ", "Registro Nacional de Identificación y Estado Civil", 384)
    assert [line.text for line in lines] == [
        "2. Registro Nacional de",
        "   Identificación y Estado Civil",
    ]
