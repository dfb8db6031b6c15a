"""The pages as anybody gets them."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta

import pytest

from sync.exchange import Batch
from sync.office import texts
from sync.office.counting import Count, count
from sync.office.pages.line import Line
from sync.office.server import application
from sync.office.store import OfficeStore, StoreFailed
from sync.office.store.figures import Figures
from sync.office.store.recounting import Recounting
from sync.signing import Key
from tests.fakes.asking import Asking
from tests.fakes.country import DAYS, NOW, SILENT
from tests.fakes.days import day_of
from tests.fakes.records import NOON, SERVED, STORE, record

MONDAY = DAYS[2]


def served(centre: str, *days: date) -> int:
    whole, heard = Count(), NOW - (timedelta(days=2) if centre == SILENT else timedelta(minutes=1))
    for day in days:
        for of in count(r for r in day_of(centre, day, 40) if r.ended_at <= heard).values():
            whole.add(of)
    return whole.served


def table(pages: Asking, path: str, **asked: str) -> list[dict[str, str]]:
    answer = pages.get(path, params=asked)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_an_empty_office_says_what_will_be_there(store: OfficeStore) -> None:
    pages = Asking(application(store, Key.new(), lambda: NOW))
    assert "Todavía no ha llegado ningún registro" in pages.get("/").text
    assert pages.get("/boletin/2026").status_code == 200


def test_the_country_shows_every_centre_and_how_it_is_heard(pages: Asking) -> None:
    page = pages.get("/").text
    for words in ("MAC Callao", "MAC Cusco", "MAC Piura", "En línea", "Sin señal", "<b>2<small> de 3</small></b>"):
        assert words in page
    assert page.count('<circle class="mark"') == 2
    assert page.count('<path class="mark"') == 1


def test_the_newest_day_is_shown_and_any_other_by_its_date(pages: Asking) -> None:
    assert "Martes 24 de noviembre de 2026" in pages.get("/").text
    assert "Lunes 23 de noviembre de 2026" in pages.get("/?dia=2026-11-23").text
    assert '<p class="soft">Octubre de 2026</p>' in pages.get("/?mes=2026-10").text


@pytest.mark.parametrize(
    "query", ["dia=ayer", "dia=0001-01-01", "dia=9999-12-31", "mes=2026-13", "mes=", "dia=2026-11"]
)
def test_a_date_that_is_none_is_the_newest_day(pages: Asking, query: str) -> None:
    for path in ("/", "/centro/cusco", "/centro/cusco/servicio/PJ01"):
        answer = pages.get(f"{path}?{query}")
        assert answer.status_code == 200
        assert "noviembre de 2026" in answer.text


def test_a_day_that_has_not_been_yet_is_not_offered(pages: Asking) -> None:
    assert "Día siguiente" not in pages.get("/").text
    assert "Día siguiente" in pages.get("/?dia=2026-11-23").text


def test_a_month_that_is_not_over_is_not_compared(pages: Asking) -> None:
    page = pages.get("/").text
    assert page.count("(en curso)") == 1
    october = table(pages, "/", csv="meses")[1]
    assert (october["mes"], int(october["atenciones"])) == (
        "2026-10",
        sum(served(centre, DAYS[1]) for centre in ("callao", "cusco", "piura")),
    )


def test_the_same_figures_are_on_the_page_in_its_csv_and_in_the_records(pages: Asking) -> None:
    rows = {row["centro"]: row for row in table(pages, "/", dia=str(MONDAY), csv="centros")}
    assert {centre: int(row["atenciones"]) for centre, row in rows.items()} == {
        centre: served(centre, MONDAY) for centre in ("callao", "cusco", "piura")
    }
    assert f">{served('cusco', MONDAY)}</td>" in pages.get(f"/?dia={MONDAY}").text


def test_a_centre_leads_to_its_services_and_they_to_their_hours(pages: Asking) -> None:
    page = pages.get(f"/centro/cusco?dia={MONDAY}").text
    (link,) = re.findall(r'href="(/centro/cusco/servicio/RT01[^"]*)"', page)
    assert "Duplicado de DNI" in page
    hours = pages.get(link.replace("&amp;", "&")).text
    assert "<h1>Duplicado de DNI</h1>" in hours
    by_hour = table(pages, "/centro/cusco/servicio/RT01", dia=str(MONDAY), csv="horas")
    (whole,) = [
        row for row in table(pages, "/centro/cusco", dia=str(MONDAY), csv="servicios") if row["servicio"] == "RT01"
    ]
    assert sum(int(row["atenciones"]) for row in by_hour) == int(whole["atenciones"])


def test_the_hours_of_a_centre_add_up_to_its_day(pages: Asking) -> None:
    assert "Por hora de llegada" in pages.get(f"/centro/cusco?dia={MONDAY}").text
    by_hour = table(pages, "/centro/cusco", dia=str(MONDAY), csv="horas")
    assert sum(int(row["atenciones"]) for row in by_hour) == served("cusco", MONDAY)


def test_what_waits_now_is_shown_of_a_centre_that_says_so_and_of_no_other(pages: Asking) -> None:
    assert "personas esperan" in pages.get("/centro/cusco").text
    assert len(table(pages, "/centro/cusco", csv="ahora")) == 4
    assert "la oficina no sabe cómo está" in pages.get("/centro/piura").text


def test_the_bulletin_is_the_table_of_the_year(pages: Asking) -> None:
    rows = {row["centro"]: row for row in table(pages, "/boletin/2026", csv="boletin")}
    cusco, days = rows["cusco"], DAYS[1:]
    records = [r for day in days for r in day_of("cusco", day, 40) if r.ended_at <= NOW]
    assert int(cusco["atenciones"]) == served("cusco", *days)
    assert int(cusco["entidades"]) == len({r.entity for r in records if r.outcome == "served"})
    assert int(cusco["servicios"]) == len({service for r in records for service in r.services})
    assert int(cusco["empresas"]) == sum(len(r.results) for r in records)
    assert int(cusco["atenciones_por_dia"]) == round(int(cusco["atenciones"]) / int(cusco["dias"]))
    page = pages.get("/boletin/2025").text
    assert "Boletín 2025" in page
    assert 'href="/boletin/2026"' in page


@pytest.mark.parametrize(
    "path",
    [
        "/centro/nadie",
        "/centro/nadie/servicio/PJ01",
        "/boletin/1999",
        "/nada",
        "/centro/cusco?csv=nada",
        "/centro/nadie/servicio/a%20b",
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(pages: Asking, path: str) -> None:
    answer = pages.get(path)
    assert answer.status_code == 404
    assert "Volver a la página del país" in answer.text
    assert pages.get("/api/v1/nothing").json() == {"problem": "there is nothing here"}


def test_a_centre_whose_store_was_made_anew_is_one_centre(store: OfficeStore) -> None:
    for incarnation in (STORE, "another"):
        store.take("ica", incarnation, Batch(0, 20, (record(10, centre="ica", incarnation=incarnation),)), NOON)
    pages = Asking(application(store, Key.new(), lambda: NOW))
    assert [row["centro"] for row in table(pages, "/", csv="centros")] == ["ica"]


def test_what_a_centre_calls_itself_cannot_become_markup(store: OfficeStore) -> None:
    bad = record(10, centre="<b>x", entity="<i>", service='"><script>')
    store.take("<b>x", STORE, Batch(0, 20, (bad,)), NOON)
    Recounting(store).all()
    pages = Asking(application(store, Key.new(), lambda: NOW))
    for path in ("/", "/centro/%3Cb%3Ex", "/boletin/2026", "/centro/%3Cb%3Ex/servicio/%22%3E%3Cscript%3E"):
        page = pages.get(path)
        assert page.status_code == 200
        assert not re.search(r"<b>x|<i>(?!<)|<script", page.text, re.IGNORECASE)
    assert "'=1" in pages_csv(store)


def pages_csv(store: OfficeStore) -> str:
    """A name that a spreadsheet would take for a formula."""
    store.take("=1", STORE, Batch(0, 20, (record(11, centre="=1"),)), NOON)
    return Asking(application(store, Key.new(), lambda: NOW)).get("/?csv=centros").text


def test_the_page_runs_nothing_and_fetches_nothing_from_elsewhere(pages: Asking) -> None:
    answer = pages.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert not re.search(r'(src|href|url)[=(]"?(https?:)?//', answer.text)


def test_the_first_view_is_small_on_a_poor_line(pages: Asking) -> None:
    """As the line carries it: the page packed, and its three letters."""
    packed = pages.get("/", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    letters = [pages.get(f"/letra/{name}") for name in re.findall(r"/letra/([\w.-]+)", packed.text)]
    assert len(letters) == 3
    assert all("immutable" in letter.headers["cache-control"] for letter in letters)
    bytes_ = int(packed.headers["content-length"]) + sum(len(letter.content) for letter in letters)
    assert bytes_ < 60_000
    assert pages.get("/letra/..%2Fpage.css").status_code == 404


@pytest.mark.logs("the store failed")
def test_a_store_that_fails_is_told_without_a_traceback(pages: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFailed("disk is full")

    monkeypatch.setattr(Figures, "last_day", full)
    answer = pages.get("/")
    assert answer.status_code == 503
    assert "no puede leer sus datos" in answer.text
    assert "disk" not in answer.text


def test_a_share_below_the_target_is_not_rounded_up_to_it() -> None:
    below, at = (Line("", Count(wait_limited=1000, wait_within=within)) for within in (796, 800))
    assert (texts.share(below.shown), below.below) == ("79\N{NO-BREAK SPACE}%", True)
    assert (texts.share(at.shown), at.below) == ("80\N{NO-BREAK SPACE}%", False)


def test_words_are_perus() -> None:
    assert texts.number(12345) == "12\N{NO-BREAK SPACE}345"
    assert texts.number(1234) == "1234"
    assert texts.month_words(date(2026, 9, 1)) == "Setiembre de 2026"
    assert texts.change(96, 100) == "\N{MINUS SIGN}4\N{NO-BREAK SPACE}%"
    assert (texts.change(5, 0), texts.change(5, 5)) == ("–", "0\N{NO-BREAK SPACE}%")
    assert texts.heard(datetime(2026, 11, 24, 13, 45, tzinfo=UTC), NOW) == "hoy a las 08:45"
    assert texts.heard(None, NOW) == "nunca"
    assert SERVED.centre == "region-sur"
