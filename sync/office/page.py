"""The office's one page: what each centre has sent. Plain HTML, nothing to run and nothing to fetch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from shared.ui.tokens import FAMILY, LIGHT
from sync.office import texts
from sync.office.store import CentreCount, DayCount
from sync.record import Ending


def _steps(colour: str, left: int, right: int, top: int, height: int) -> str:
    """One row of the woven band, repeated every 60 pixels."""
    cells = f"transparent 0 {left}px, {colour} {left}px {right}px, transparent {right}px 60px"
    return f"repeating-linear-gradient(90deg, {cells}) 0 {top}px / 100% {height}px no-repeat"


BAND = ", ".join(
    (
        _steps(LIGHT.gold, 26, 34, 10, 5),
        _steps(LIGHT.red_deep, 0, 60, 15, 5),
        _steps(LIGHT.red_deep, 10, 50, 10, 5),
        _steps(LIGHT.red_deep, 20, 40, 5, 5),
        LIGHT.red,
    )
)
STYLE = f"""
body {{ margin: 0; background: {LIGHT.paper}; color: {LIGHT.ink} }}
body {{ font: 1.0625rem/1.5 "{FAMILY}", system-ui, sans-serif }}
.band {{ height: 20px; background: {BAND} }}
header {{ padding: 1.75rem 1.5rem 0 }}
header, main, footer {{ max-width: 60rem; margin: 0 auto }}
main {{ padding: 0 1.5rem }}
h1 {{ font-size: 2.25rem; line-height: 1.2; margin: 0 }}
p {{ margin: .25rem 0; color: {LIGHT.ink_soft} }}
section {{ background: {LIGHT.card}; border: 2px solid {LIGHT.line}; border-radius: 12px }}
section {{ margin: 1.5rem 0; padding: 1.5rem }}
h2 {{ font-size: 1.5rem; margin: 0 }}
.count {{ color: {LIGHT.ink}; font-size: 1.25rem; font-weight: 600 }}
.scroll {{ overflow-x: auto }}
table {{ border-collapse: collapse; width: 100%; min-width: 50rem; margin-top: 1rem }}
table {{ table-layout: fixed; font-variant-numeric: tabular-nums }}
caption {{ text-align: left; font-weight: 600; padding-bottom: .5rem }}
th, td {{ padding: .5rem .5rem .5rem 0; text-align: right; border-bottom: 1px solid {LIGHT.line} }}
th:first-child {{ text-align: left; padding-left: 0; width: 22%; overflow-wrap: anywhere }}
.none {{ color: {LIGHT.ink_soft} }}
thead th {{ color: {LIGHT.ink_soft}; font-size: .9375rem; font-weight: 600; vertical-align: bottom }}
tbody th {{ font-weight: 600 }}
tfoot th, tfoot td {{ font-weight: 800; border-bottom: 0 }}
footer {{ padding: 0 1.5rem 2rem }}
"""


def page(stores: Sequence[CentreCount], days: Mapping[str, DayCount | None]) -> str:
    """The whole document, one section per centre. `stores` are in order of their centre, `days` by centre."""
    by_centre = groupby(stores, key=lambda store: store.centre)
    sections = "".join(_section(centre, list(those), days.get(centre)) for centre, those in by_centre)
    return (
        f'<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><title>{texts.TITLE} · Suyana</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style>{STYLE}</style></head><body><div class="band"></div>'
        f"<header><h1>{texts.TITLE}</h1><p>{texts.LEAD}</p></header>"
        f"<main>{sections or f'<section><p>{texts.NOTHING_YET}</p></section>'}</main>"
        f"<footer><p>{texts.FOOT}</p></footer></body></html>"
    )


def _section(centre: str, stores: Sequence[CentreCount], day: DayCount | None) -> str:
    return (
        f"<section><h2>{escape(centre)}</h2>"
        f'<p class="count">{texts.records_received(sum(store.records for store in stores))}</p>'
        f"<p>{texts.last_received(max(store.last_received_at for store in stores))}</p>"
        f"{_table(day) if day else f'<p>{texts.NO_RECORDS}</p>'}</section>"
    )


def _table(day: DayCount) -> str:
    heads = "".join(f'<th scope="col">{word}</th>' for word in (texts.ENTITY, *texts.OUTCOMES.values(), texts.TOTAL))
    rows = "".join(_row(escape(entity.upper()), counts) for entity, counts in day.by_entity.items())
    totals = {ending: sum(counts.get(ending, 0) for counts in day.by_entity.values()) for ending in Ending}
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{texts.day_table(day.day)}"><table>'
        f"<caption>{texts.day_table(day.day)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody><tfoot>{_row(texts.TOTAL, totals)}</tfoot></table></div>"
    )


def _row(head: str, counts: dict[Ending, int]) -> str:
    figures: Iterable[int] = [*(counts.get(ending, 0) for ending in texts.OUTCOMES), sum(counts.values())]
    return f'<tr><th scope="row">{head}</th>' + "".join(map(_cell, figures)) + "</tr>"


def _cell(figure: int) -> str:
    return f"<td>{texts.number(figure)}</td>" if figure else '<td class="none">0</td>'
