"""The citizen at the counter, as the advisor reads it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from counter import story, texts
from counter.desk import Desk
from counter.desk_view import desk_view
from shared.domain.events import Because

ANY = Any
DAY = 2026112300000


def at_counter(scene: ANY, **parts: object) -> ANY:
    """What is shown of the attention, with some of it changed."""
    scene.counter = replace(scene.counter, attention=replace(scene.counter.attention, **parts))
    return story.now_shown(scene.facts, scene.facts.attention, scene.facts.attention.services, scene.now)


def test_the_story_is_told_as_in_the_picture(scene: ANY) -> None:
    now = at_counter(scene.serving())
    assert now.number == "PJ 047"
    assert now.service == "Certificado de antecedentes penales"
    said = now.story.replace(texts.NO_BREAK, " ")
    assert said == (
        "Esperó 11 min (le dijimos 10 a 15). Viene de pagar en BN, módulo 3. "
        "Se llamó primero por ser preferente; 1 persona llegó antes."
    )
    assert [badge.text for badge in now.badges] == ["Preferente"]


def test_what_is_not_known_is_not_said(scene: ANY) -> None:
    now = at_counter(scene.serving(), promised=None, came_from=0, because=Because("arrival", 10, 1), waited=20)
    assert now.story == "Esperó menos de 1 min. Se llamó por orden de llegada."


def test_somebody_who_comes_from_another_entity_did_not_pay_there(scene: ANY) -> None:
    now = at_counter(scene.serving(), came_from=30)
    assert "Viene de LC, módulo 30." in now.story


def test_where_they_go_next_is_told(scene: ANY) -> None:
    now = at_counter(scene.serving(), next_queue="ME")
    assert now.story.endswith("Después va a Migraciones entregas.")


@pytest.mark.parametrize(("seconds", "level"), [(100, "within"), (384, "near"), (480, "near"), (481, "over")])
def test_the_bar_turns_gold_near_the_limit_and_red_beyond_it(scene: ANY, seconds: int, level: str) -> None:
    now = at_counter(scene.serving(seconds=seconds))
    assert now.clock.level == level


def test_before_the_start_the_clock_tells_how_long_the_call_is_out(scene: ANY) -> None:
    now = at_counter(scene.called(seconds=42, calls=2))
    assert (now.clock.caption, now.clock.time, now.clock.words) == ("Llamado hace", "00:42", "2 llamadas")
    assert now.clock.level == ""
    assert now.chips == ()
    assert now.hint == texts.COMING


def test_the_tickets_own_service_comes_first_and_is_ticked(scene: ANY) -> None:
    now = at_counter(scene.serving(services=("PJ02",)), service="PJ02")
    assert [(chip.name, chip.ticked) for chip in now.chips] == [
        ("chip-PJ02", True),
        ("chip-PJ01", False),
        ("chip-PJ03", False),
    ]
    assert now.other == ""


def test_what_was_added_from_elsewhere_stays_among_the_chips(scene: ANY) -> None:
    now = at_counter(scene.serving(services=("PJ01", "BN01")))
    assert now.chips[-1].name == "chip-BN01"
    assert now.chips[-1].ticked


def test_a_ticket_of_only_a_queue_names_the_queue(scene: ANY) -> None:
    assert at_counter(scene.serving(), service="").service == "Poder Judicial"


def test_nobody_at_the_counter_says_what_will_be_there(scene: ANY) -> None:
    scene.free()
    assert story.quiet(scene.facts, scene.now).text == texts.NO_TICKET_EMPTY
    scene.someone_waits(3)
    assert story.quiet(scene.facts, scene.now).text == texts.NO_TICKET_WAITING


def test_a_pause_says_its_reason_and_since_when(scene: ANY) -> None:
    quiet = story.quiet(scene.paused("lunch").facts, scene.now)
    assert quiet.title == "En pausa: refrigerio"
    assert quiet.text.startswith("Desde las 10:42")


def test_who_waits_stands_in_the_order_of_the_call(scene: ANY) -> None:
    scene.free().someone_waits(24, 22).someone_waits(12, preferential=True)
    rows = story.waiting_rows(scene.facts, scene.now)
    assert [row.name for row in rows] == [f"waiting-{DAY + 50}", f"waiting-{DAY + 48}", f"waiting-{DAY + 49}"]
    assert rows[0].mark == "preferential"


def test_a_mean_of_nothing_is_not_zero(scene: ANY) -> None:
    figures = story.figures(scene.free(finished=0).counter.figures)
    assert [figure.value for figure in figures] == ["0", "–", "–", "0"]


def test_my_day_in_figures(scene: ANY) -> None:
    values = [figure.value.replace(texts.NO_BREAK, " ") for figure in story.figures(scene.free().counter.figures)]
    assert values == ["27", "6 min 10 s", "93 %", "2"]


def test_before_the_hub_is_found_the_desk_says_that_it_looks_for_it(scene: ANY) -> None:
    view = desk_view(Desk(20), scene.now, 0.0)
    assert view.mode == "connecting"
    assert view.quiet is not None
    assert view.quiet.title == texts.CONNECTING


def test_an_advisor_finds_the_desk_as_it_was_left(hand: ANY, scene: ANY) -> None:
    """A desk that starts anew while its counter is open goes straight to its citizen and running time."""
    scene.serving(seconds=222).someone_waits(12)
    hand.see()
    view = desk_view(hand.desk, scene.now, hand.tick)
    assert view.mode == "desk"
    assert view.bar.person == scene.catalogue.advisor["a020"].name
    assert view.now is not None
    assert (view.now.number, view.now.clock.time) == ("PJ 047", "03:42")
    assert view.bar.line.replace(texts.NO_BREAK, " ") == "1 espera · próximo 12 min"


def test_without_the_hub_the_citizen_stays_and_the_banner_says_why(hand: ANY, scene: ANY) -> None:
    scene.serving()
    hand.see()
    scene.online = False
    hand.see()
    view = desk_view(hand.desk, scene.now, hand.tick)
    assert view.banner == texts.away_list("10:46", attending=True)
    assert view.now is not None
    assert view.primary is not None
    assert not view.primary.enabled
    assert {action.why for action in view.actions} == {texts.AWAY_SHORT}


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "Antecedentes"), ("quz", "Antecedentes · Quechua"), ("ayr", "Antecedentes · Aimara"), ("lsp", None)],
)
def test_a_row_says_the_language_that_was_asked_for(language: str, said: str | None) -> None:
    assert story.with_language("Antecedentes", language) == (said or "Antecedentes · Lengua de señas")
