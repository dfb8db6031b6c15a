"""The plan of notices and media, as docs/media.md tells it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from display_board.media.plan import PLAN, Plan, read_plans

PAGE = (Path(__file__).parents[3] / "docs" / "media.md").read_text(encoding="utf-8")
LIMA = ZoneInfo("America/Lima")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LIMA)


def plan(folder: Path, *notices: str, office: str = "", files: str = "a.png") -> Plan:
    for place, text in ((folder, "\n".join(f"[[notice]]\n{one}" for one in notices)), (folder / "office", office)):
        place.mkdir(exist_ok=True)
        (place / PLAN).write_text(text, encoding="utf-8")
        for name in files.split():
            (place / name).write_bytes(b"a picture")
    return read_plans(folder)


def ids(plan: Plan, now: datetime = MONDAY, zone: str = "1") -> list[str]:
    return [item.id for item in plan.shown(now, zone)]


def test_the_example_of_the_page_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / PLAN).write_text(example, encoding="utf-8")
    (tmp_path / "campana-dni.png").write_bytes(b"a picture")
    found = read_plans(tmp_path)
    assert found.wrong == ()
    assert ids(found) == ["sin-sistema-sabado", "campana-dni"]
    assert ids(found, MONDAY, "2") == ["sin-sistema-sabado"]
    assert ids(found, MONDAY.replace(hour=13)) == ["sin-sistema-sabado"], "the end is not included"
    assert ids(found, MONDAY.replace(day=22)) == ["sin-sistema-sabado"], "a Sunday"
    assert ids(found, MONDAY.replace(day=28)) == ["sin-sistema-sabado"]
    assert ids(found, MONDAY.replace(day=30)) == ["campana-dni"]
    item = found.shown(MONDAY, "")[1]
    assert (item.file, item.seconds) == (tmp_path / "campana-dni.png", 12)
    assert found.shown(MONDAY, "1")[0].texts[0].startswith("El sábado 28"), "Spanish comes first"


def test_the_centre_replaces_and_hides_what_the_office_sent(tmp_path: Path) -> None:
    office = "".join(f'[[notice]]\nid = "{name}"\ntext.es = "De la oficina"\n' for name in ("uno", "dos", "tres"))
    found = plan(tmp_path, 'id = "uno"\nhide = true', 'id = "dos"\ntext.es = "Del centro"', office=office)
    assert [(item.id, item.texts) for item in found.shown(MONDAY, "")] == [
        ("dos", ("Del centro",)),
        ("tres", ("De la oficina",)),
    ]


def test_a_file_that_is_missing_is_left_out_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = plan(tmp_path, 'id = "a"\nfile = "a.png"', 'id = "b"\nfile = "b.mp4"', 'id = "c"\ntext.es = "Hola"')
    assert ids(found) == ["a", "c"]


@pytest.mark.parametrize(
    "notice",
    [
        'id = "A B"\ntext.es = "x"',
        'id = "a"',
        'id = "a"\nfile = "../a.png"',
        'id = "a"\nfile = "a.exe"',
        'id = "a"\ntext.qu = "x"',
        f'id = "a"\ntext.es = "{"x" * 201}"',
        'id = "a"\ntext.es = "x"\nseconds = 2',
        'id = "a"\ntext.es = "x"\nhours = "8-13"',
        'id = "a"\ntext.es = "x"\nweekdays = ["lunes"]',
        'id = "a"\ntext.es = 5',
    ],
)
def test_a_wrong_notice_is_told_and_the_others_stay(notice: str, tmp_path: Path) -> None:
    found = plan(tmp_path, notice, 'id = "good"\ntext.es = "Hola"')
    assert ids(found) == ["good"]
    assert len(found.wrong) == 1
    assert PLAN in found.wrong[0]


def test_a_plan_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_text("[[notice]\n", encoding="utf-8")
    assert len(read_plans(tmp_path).wrong) == 1
    assert read_plans(tmp_path / "nowhere") == Plan()
