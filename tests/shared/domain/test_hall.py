"""Both folds together: what is in force, what lasts, and that the log alone tells all of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from shared.domain import commands as c
from shared.domain.catalogue import Catalogue
from shared.domain.hall import Hall
from tests.fakes.scene import Scene, folded, picture


def test_centre_without_a_catalogue_says_so() -> None:
    hall = Hall()
    assert not hall.centre.has_catalogue
    assert hall.day is None
    with pytest.raises(LookupError, match="no catalogue yet"):
        _ = hall.centre.catalogue


def test_a_whole_morning_is_told_by_its_log_alone(scene: Scene) -> None:
    scene.open(1, 20, 21)
    scene.issue("PJ01", pay_first=True)
    second, third = scene.issue("PJ01"), scene.issue("PJ02", preferential=True)
    scene.pass_(minutes=4)
    scene.serve(1)
    scene.pass_(minutes=3)
    scene.finish(1)
    assert scene.serve(20) == third
    scene.transfer(20, "BN", "BN01")
    scene.call(21, second)
    scene.pass_(seconds=10)
    scene.recall(21)
    scene.absent(21)
    scene.serve(20)
    scene.code(20, "PJ01", "PJ03")
    scene.hold(20, "form")
    assert picture(folded(scene.log)) == picture(scene.hall)
    scene.close_day()
    assert picture(folded(scene.log)) == picture(scene.hall)


def test_catalogue_outlives_the_day_and_the_last_day_is_remembered(scene: Scene, region_sur: Catalogue) -> None:
    scene.close_day()
    assert scene.catalogue == region_sur.without_names()
    assert scene.hall.centre.last_day == scene.day.day


def test_day_begins_with_nothing_of_the_day_before(scene: Scene) -> None:
    scene.open(20)
    scene.issue("PJ01")
    scene.serve(20)
    scene.close_day()
    scene.pass_(days=1)
    today = scene.open_day()
    empty = Scene(scene.catalogue, scene.at).hall
    assert scene.day.day == today
    assert picture(scene.hall) == picture(empty)


def test_a_changed_catalogue_is_in_force_for_the_next_order(scene: Scene) -> None:
    scene.order(c.ChangeCatalogue(replace(scene.catalogue, motto="Otro")))
    assert scene.catalogue.motto == "Otro"
    assert scene.day.is_open
