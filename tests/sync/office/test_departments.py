from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from suyana import cli
from sync.office.departments import CAPITALS, place_of
from sync.office.pages.map import departments
from sync.office.pages.projection import HEIGHT, WIDTH, project
from sync.office.store import OfficeStore
from sync.office.store.places import Place, Places
from tests.fakes.office import sqlite_url


def test_the_departments_are_those_of_the_map() -> None:
    assert {capital.department for capital in CAPITALS} == set(departments())
    for capital in CAPITALS:
        x, y = project(capital.latitude, capital.longitude)
        assert (0 < x < WIDTH, 0 < y < HEIGHT) == (True, True)


@pytest.mark.parametrize("name", ["Áncash", "ancash", " ANCASH "])
def test_a_department_is_known_with_and_without_its_accents(name: str) -> None:
    assert place_of(name) == Place("Áncash", -9.53, -77.53)


def test_a_centre_may_be_placed_more_exactly() -> None:
    assert place_of("Lima", (-11.99, -77.06)) == Place("Lima", -11.99, -77.06)
    assert place_of("Sucre") is None


def test_the_offices_people_say_where_a_centre_is(file: Path) -> None:
    url = sqlite_url(file)
    run = CliRunner().invoke
    assert (
        run(cli, ["office", "place", "lima-norte", "Lima", "--at", "-11.99", "-77.06", "--database", url]).exit_code
        == 0
    )
    assert run(cli, ["office", "--database", url, "place", "lima-norte", "Callao"]).exit_code == 0
    wrong = run(cli, ["office", "place", "lima-norte", "Sucre", "--database", url])
    assert wrong.exit_code == 2
    assert "no department is called 'Sucre'" in wrong.output
    with OfficeStore(url) as store:
        assert Places(store).all() == {"lima-norte": Place("Callao", -12.05, -77.12)}


def test_keys_are_given_out_listed_and_revoked(file: Path) -> None:
    url = sqlite_url(file)
    run = CliRunner().invoke
    created = run(cli, ["office", "key", "create", "portal", "--per-minute", "30", "--database", url])
    assert created.output.startswith("suyana_")
    assert run(cli, ["office", "key", "list", "--database", url]).output.startswith("portal  30 a minute, since ")
    assert run(cli, ["office", "key", "revoke", "portal", "--database", url]).exit_code == 0
    assert "revoked" in run(cli, ["office", "key", "list", "--database", url]).output
    again = run(cli, ["office", "key", "revoke", "portal", "--database", url])
    assert (again.exit_code, "nobody called 'portal'" in again.output) == (2, True)
