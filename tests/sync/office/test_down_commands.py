"""What the office's people say to centres, as they type it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared.domain.catalogue import Catalogue
from sync.down import Notices
from sync.live import offered_of
from sync.office.command import office
from sync.office.notices import NoticeMistakes, read_notices
from sync.office.store import OfficeStore
from sync.office.store.appointments import AppointmentTable
from sync.office.store.editions import Editions
from sync.office.store.live import LiveTable
from tests.fakes.office import sqlite_url
from tests.fakes.records import CENTRE, NOON

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def database(file: Path) -> str:
    return sqlite_url(file)


def say(database: str, *words: str | Path) -> Result:
    return CliRunner().invoke(office, ["--database", database, *map(str, words)], standalone_mode=True)


def test_a_catalogue_is_said_to_all_or_to_one_and_withdrawn(database: str, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.toml"
    file.write_text('[[service]]\ncode = "PJ01"\nfee = "60.00"\n')
    assert "catalogue 1 for all centres" in say(database, "catalogue", file, "--since", "2027-01-01").output
    assert "catalogue 2 for centre lima-norte" in say(database, "catalogue", file, "--for", "lima-norte").output
    with OfficeStore(database) as store:
        assert [each.version for each in Editions(store).newest("lima-norte")] == [2]
    assert (
        "No catalogue for centre lima-norte" in say(database, "catalogue", "--for", "lima-norte", "--withdraw").output
    )
    assert "there is no catalogue" in say(database, "catalogue", "--for", "lima-norte", "--withdraw").output
    file.write_text('[[service]]\ncode = "PJ01"\nfree = "60.00"\n')
    refused = say(database, "catalogue", file)
    assert refused.exit_code == 2
    assert "line 3, service.free: unknown key, did you mean 'fee'?" in refused.output
    assert "name the file of the catalogue, or --withdraw" in say(database, "catalogue").output


def test_a_version_of_the_program_is_said(database: str) -> None:
    assert "software 1 for all centres" in say(database, "software", "0.2.0").output
    assert "name a version such as 0.2.0" in say(database, "software", "rm -rf").output


def test_appointments_are_checked_against_what_the_centre_offers(
    database: str, tmp_path: Path, region_sur: Catalogue
) -> None:
    file = tmp_path / "appointments.csv"
    file.write_text("code,service,slot\nC001,PJ01,2099-11-23 10:30\nC002,ZZ99,2099-11-23 10:30\n")
    first = say(database, "appointments", CENTRE, file)
    assert (first.exit_code, "they were not checked" in first.output) == (0, True)
    with OfficeStore(database) as store:
        LiveTable(store).put_offered(CENTRE, offered_of(region_sur), NOON)
        assert AppointmentTable(store).last_change(CENTRE) == 2
    refused = say(database, "appointments", CENTRE, file)
    assert (refused.exit_code, "there is no service 'ZZ99'" in refused.output) == (2, True)


def folder(at: Path, plan: str, **files: bytes) -> Path:
    at.mkdir()
    (at / "schedule.toml").write_text(plan, encoding="utf-8")
    for name, body in files.items():
        (at / name.replace("_", ".")).write_bytes(body)
    return at


def test_a_folder_of_notices_is_said(database: str, tmp_path: Path) -> None:
    plan = '[[notice]]\nid = "a"\nfile = "a.png"\n[[notice]]\nid = "b"\ntext.es = "Hola"\nhours = "08:30-13:00"\n'
    here = folder(tmp_path / "notices", plan, a_png=PNG)
    assert "notices 1 for all centres" in say(database, "notices", here).output
    found, bodies = read_notices(here)
    assert isinstance(found, Notices)
    assert (found.schedule, [each.name for each in found.files], bodies) == (plan, ["a.png"], [PNG])


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        ('id = "a"', "notice a: has neither a file nor a text.es"),
        ('id = "A"\ntext.es = "x"', "expected an id of small letters"),
        ('id = "a"\ntext.es = "x"\nsecond = 3', "unknown key 'second'"),
        ('id = "a"\nfile = "a.exe"', "a.exe: is of no known kind"),
        ('id = "a"\nfile = "b.png"', "b.png: is no png file, whatever its name says"),
        ('id = "a"\nfile = "../a.png"', "../a.png: "),
        ('id = "a"\nfile = "none.png"', "none.png: "),
        ('id = "a"\ntext.es = "x"\nfrom = 2026-11-20\nto = 2026-11-19', "ends before it begins"),
        ('id = "a"\ntext.es = "x"\nfrom = "soon"', "expected a date"),
        ('id = "a"\ntext.es = "x"\nhours = "8-13"', "hours: expected '08:30-13:00'"),
        ('id = "a"\ntext.es = "x"\nseconds = 1', "seconds: expected 3 to 120"),
        ('id = "a"\ntext.es = "x"\nweekdays = ["lun"]', "weekdays: expected some of mon"),
        ('id = "a"\ntext.es = "' + "x" * 201 + '"', "a text has more than 200 characters"),
        ('id = "a"\ntext.es = "x"\n[[notice]]\nid = "a"\ntext.es = "x"', "its id is written twice"),
        ('id = "a"\ntext.es = "x"\n[other]', "expected [[notice]] tables and nothing else"),
        ("id = ", "cannot be read"),
    ],
)
def test_a_mistake_in_a_folder_of_notices_is_one_sentence(tmp_path: Path, notice: str, sentence: str) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    here = folder(tmp_path / "notices", f"[[notice]]\n{notice}\n", a_exe=b"MZ", b_png=b"GIF89a")
    with pytest.raises(NoticeMistakes) as error:
        read_notices(here)
    assert sentence in str(error.value)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.office.notices.LARGEST_FILE", 10)
    here = folder(tmp_path / "notices", '[[notice]]\nid = "a"\nfile = "a.png"\n', a_png=PNG)
    with pytest.raises(NoticeMistakes, match=r"a\.png: has more than"):
        read_notices(here)
