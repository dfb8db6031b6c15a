"""Ways of the same day stand side by side, in a table and in a picture."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from shared.domain.catalogue import Catalogue
from shared.domain.measured import measured
from shared.reports.comparison import Way, by_queue, comparison
from shared.reports.indicators import long_table, short_table
from shared.reports.picture import draw
from shared.reports.table import as_csv, as_text
from tests.fakes.crowd import Crowd
from tests.fakes.scene import Scene

LIMA = ZoneInfo("America/Lima")


@pytest.fixture
def ways(region_sur: Catalogue) -> list[Way]:
    scene = Scene(region_sur)
    scene.open(*range(1, 30))
    Crowd(scene, 2).act(500)
    stops = measured(scene.catalogue, scene.day)
    return [Way("as it was", stops, last=scene.at), Way("without the last ten", stops[:-10], 5, 0, None, 2)]


def test_a_row_has_a_figure_of_every_way(ways: list[Way]) -> None:
    table = comparison("A day", ways, LIMA)
    assert table.columns == ("", "as it was", "without the last ten")
    rows = {str(row[0]): row[1:] for row in table.rows}
    assert rows["stops"] == (len(ways[0].stops), len(ways[1].stops))
    assert rows["overtakes"] == (None, 5)
    assert str(rows["last served at"][0]).startswith("1")
    assert rows["last served at"][1] is None


def test_every_queue_has_its_share_in_time(ways: list[Way]) -> None:
    table = by_queue("By queue", ways)
    assert {row[0] for row in table.rows} == {stop.queue for stop in ways[0].stops}
    assert all(len(row) == 5 for row in table.rows)


def test_the_picture_is_one(ways: list[Way], tmp_path: Path) -> None:
    draw(tmp_path / "day.png", "A day", ways)
    with Image.open(tmp_path / "day.png") as picture:
        assert picture.size == (1210, 935)
        assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 50


def test_a_day_without_anybody_can_be_pictured(tmp_path: Path) -> None:
    draw(tmp_path / "empty.png", "Nobody", [Way("nobody", [])])
    assert (tmp_path / "empty.png").stat().st_size > 1000
    assert "-" in as_text(comparison("Nobody", [Way("nobody", [])], LIMA))


def test_indicators_have_a_short_and_a_long_table(region_sur: Catalogue) -> None:
    from shared.domain.indicators import figures, grouped

    scene = Scene(region_sur)
    scene.open(*range(1, 30))
    Crowd(scene, 2).act(300)
    found = {key: figures(of) for key, of in grouped(measured(scene.catalogue, scene.day), "queue").items()}
    short, long = short_table("Monday", "queue", found), long_table("Monday", "queue", found)
    assert len(short.rows) == len(long.rows) == len(found)
    assert all(len(row) == len(short.columns) for row in short.rows)
    assert as_csv(long).splitlines()[0].startswith("queue,tickets,stops,attentions,services,served")
    assert long_table("Nobody", "queue", {}).rows == []
