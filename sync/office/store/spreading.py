"""An office on several nodes, by what PostgreSQL itself has: partitions by the hash of the centre, and foreign tables.

Each node is an office's database of its own, into which receivers write the centres that fall to it; nothing that is
written ever meets two nodes. The database of the country has no rows of centres: its tables are partitioned by hash,
and each partition is the table of a node. Pages and questions of others read there; PostgreSQL asks only whom it needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import URL, Dialect, make_url
from sqlalchemy.exc import SQLAlchemyError

from sync.office.store import figure_tables as f, live_tables as live, tables as t
from sync.office.store.engine import connected_engine
from sync.office.store.opened import StoreUnusable

SPREAD: tuple[Table, ...] = (
    t.centre,
    t.log_store,
    t.pushed,
    t.attention,
    t.quarantine,
    t.ancestor,
    t.beyond,
    t.changed_day,
    f.hour_figures,
    f.day_figures,
    f.day_done,
    f.month_figures,
    f.month_done,
    live.live,
    live.offered,
)
POSTGRES: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
OPTIONS = "fetch_size '10000', async_capable 'true', fdw_tuple_cost '0.01', use_remote_estimate 'true'"


def spread(country: str, nodes: Sequence[str]) -> None:
    """Make the database of a country, which is empty, from those of its nodes, which are offices' databases already.

    Their order is part of it: node 0 is the first. Raises StoreUnusable.
    """
    try:
        urls = [_postgres(each) for each in (country, *nodes)]
        _spread(urls[0], urls[1:])
    except (SQLAlchemyError, ValueError) as error:
        why = " ".join(str(getattr(error, "orig", None) or error).split())
        raise StoreUnusable(f"the database cannot be spread: {why}") from error


def _postgres(url: str) -> URL:
    parsed = make_url(url)
    if parsed.get_backend_name() != "postgresql":
        raise ValueError(f"expected postgresql://..., not {parsed.get_backend_name()}")
    return parsed


def _spread(country: URL, nodes: Sequence[URL]) -> None:
    engine = connected_engine(country)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS postgres_fdw")
            for number, node in enumerate(nodes):
                _server(connection, number, node)
            for table in SPREAD:
                _partitioned(connection, table, len(nodes))
    finally:
        engine.dispose()


def node_of(connection: Connection, centre: str, nodes: int) -> int:
    """To which node a centre falls: PostgreSQL's own hash says it, in the database of the country."""
    for number in range(nodes):
        asked = f"SELECT satisfies_hash_partition('attention'::regclass, {nodes}, {number}, %s::varchar)"
        if connection.exec_driver_sql(asked, (centre,)).scalar():
            return number
    raise AssertionError("a hash has no remainder")


def _server(connection: Connection, number: int, node: URL) -> None:
    where = {"host": node.host or node.query.get("host"), "port": node.port, "dbname": node.database}
    connection.exec_driver_sql(
        f"CREATE SERVER node_{number} FOREIGN DATA WRAPPER postgres_fdw OPTIONS ({_options(where)}, {OPTIONS})"
    )
    who = {"user": node.username, "password": node.password}
    connection.exec_driver_sql(f"CREATE USER MAPPING FOR CURRENT_USER SERVER node_{number} OPTIONS ({_options(who)})")


def _options(words: Mapping[str, object]) -> str:
    told = {name: str(value).replace("'", "''") for name, value in words.items() if value}
    return ", ".join(f"{name} '{value}'" for name, value in told.items())


def _partitioned(connection: Connection, table: Table, nodes: int) -> None:
    """Without a key: PostgreSQL has none over foreign tables, and nobody writes here. The nodes' own keys hold."""
    columns = ", ".join(
        f'"{column.name}" {column.type.compile(POSTGRES)}{"" if column.nullable else " NOT NULL"}'
        for column in table.columns
    )
    by = "id" if table is t.centre else "centre"
    connection.exec_driver_sql(f"CREATE TABLE {table.name} ({columns}) PARTITION BY HASH ({by})")
    for number in range(nodes):
        connection.exec_driver_sql(
            f"CREATE FOREIGN TABLE {table.name}_node_{number} PARTITION OF {table.name} "
            f"FOR VALUES WITH (MODULUS {nodes}, REMAINDER {number}) "
            f"SERVER node_{number} OPTIONS (table_name '{table.name}')"
        )
