"""An office on two real PostgreSQL servers: each has its own centres, and the country's database has them all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date

import pytest
from click.testing import CliRunner

from sync.exchange import Batch
from sync.office.command import office
from sync.office.store import OfficeStore
from sync.office.store.figures import Figures, Wanted
from sync.office.store.recounting import Recounting
from sync.office.store.spreading import node_of, spread
from tests.fakes.postgres import Postgres, running_postgres
from tests.fakes.records import NOON, SERVED, STORE, record

CENTRES = tuple(f"centre-{n}" for n in range(8))
NOVEMBER = Wanted(date(2026, 11, 1), date(2026, 12, 1))


@dataclass
class Spread:
    """`nodes`: offices into which receivers write. `country`: what is read. `fell`: each centre's node."""

    nodes: list[OfficeStore]
    country: OfficeStore
    fell: dict[str, int]


@pytest.fixture
def spread_office(postgres: Postgres) -> Iterator[Spread]:
    with ExitStack() as opened:
        other = opened.enter_context(running_postgres())
        urls = [postgres.empty("node"), other.empty("node")]
        nodes = [opened.enter_context(OfficeStore(url)) for url in urls]
        url = postgres.empty("country")
        spread(url, urls)
        country = opened.enter_context(OfficeStore(url))
        with country.reading() as connection:
            fell = {centre: node_of(connection, centre, len(nodes)) for centre in CENTRES}
        for centre, node in fell.items():
            sent = tuple(record(seq, centre=centre) for seq in (10, 20, 30))
            nodes[node].take(centre, STORE, Batch(0, 30, sent), NOON)
        yield Spread(nodes, country, fell)


def test_the_country_has_what_all_nodes_have_and_each_has_only_its_own(spread_office: Spread) -> None:
    fell, country = spread_office.fell, spread_office.country
    assert set(fell.values()) == {0, 1}
    for number, node in enumerate(spread_office.nodes):
        assert {each.centre for each in node.centres()} == {centre for centre, of in fell.items() if of == number}
    assert [(each.centre, each.records) for each in country.centres()] == [(centre, 3) for centre in CENTRES]
    for centre in CENTRES:
        assert len(country.records_of(centre, STORE, SERVED.day)) == 3
    print(f"\n{len(CENTRES)} centres on two servers: {fell}")


def test_figures_are_counted_on_the_nodes_and_summed_in_the_country(spread_office: Spread) -> None:
    for node in spread_office.nodes:
        Recounting(node).all()
    by_centre = Figures(spread_office.country).days(NOVEMBER, "centre")
    assert {key: counted.served for key, counted in by_centre.items()} == {(centre,): 3 for centre in CENTRES}
    (whole,) = Figures(spread_office.country).months(NOVEMBER).values()
    assert whole.served == 3 * len(CENTRES)


def test_who_asks_for_one_centre_asks_one_node(spread_office: Spread) -> None:
    with spread_office.country.reading() as connection:
        for centre, node in spread_office.fell.items():
            asked = f"EXPLAIN SELECT * FROM attention WHERE centre = '{centre}' AND day = '{SERVED.day}'"
            plan = " ".join(connection.exec_driver_sql(asked).scalars())
            assert f"attention_node_{node}" in plan
            assert f"attention_node_{1 - node}" not in plan


def test_a_database_that_cannot_be_spread_is_said_in_one_sentence(postgres: Postgres) -> None:
    url = postgres.empty("country")
    ended = CliRunner().invoke(office, ["spread", "--database", "sqlite:///nothing.sqlite", url])
    assert (ended.exit_code, ended.output.count("\n")) == (1, 1), ended.output
    assert "the database cannot be spread" in ended.output
