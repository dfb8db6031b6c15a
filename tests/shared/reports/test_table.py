"""A table can be read in a terminal and opened in a spreadsheet."""

from __future__ import annotations

import csv
import io

from shared.reports.table import Table, as_csv, as_text

TABLE = Table("Waits", ("queue", "minutes", "tickets"), [("PJ", 4.25, 12), ("BN", None, 3)], ("a note",))


def test_words_stand_to_the_left_and_figures_to_the_right() -> None:
    assert as_text(TABLE).splitlines() == [
        "Waits",
        "",
        "queue  minutes  tickets",
        "-----  -------  -------",
        "PJ         4.2       12",
        "BN           -        3",
        "",
        "a note",
    ]


def test_csv_has_figures_in_full_and_nothing_where_there_is_none() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(TABLE))))
    assert rows == [["queue", "minutes", "tickets"], ["PJ", "4.25", "12"], ["BN", "", "3"]]


def test_no_spreadsheet_takes_a_name_for_a_formula() -> None:
    table = Table("", ("name",), [("=cmd()",), ("-",)])
    assert list(csv.reader(io.StringIO(as_csv(table))))[1:] == [["'=cmd()"], ["'-"]]


def test_a_table_without_rows_is_its_heading() -> None:
    assert as_text(Table("None", ("a", "b"), [])).splitlines()[2:] == ["a  b", "-  -"]
    assert as_csv(Table("None", ("a", "b"), [])) == "a,b\r\n"
