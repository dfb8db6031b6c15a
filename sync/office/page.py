"""The office's one page: what each centre has sent. Plain HTML, nothing to run and nothing to fetch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from shared.ui.tokens import FAMILY, LIGHT
from sync.office import texts
from sync.office.store import CentreCount, DayCount
from sync.record import Ending

STYLE = f"""
body {{ margin: 0; background: {LIGHT.paper}; color: {LIGHT.ink} }}
body {{ font: 1.0625rem/1.5 "{FAMILY}", system-ui, sans-serif }}
header {{ border-top: 10px solid {LIGHT.red}; padding: 1.75rem 1.5rem 0 }}
header, main, footer {{ max-width: 60rem; margin: 0 auto }}
main {{ padding: 0 1.5rem }}
h1 {{ font-size: 2.25rem; line-height: 1.2; margin: 0 }}
p {{ margin: .25rem 0; color: {LIGHT.ink_soft} }}
section {{ background: {LIGHT.card}; border: 2px solid {LIGHT.line}; border-radius: 12px }}
section {{ margin: 1.5rem 0; padding: 1.5rem }}
h2 {{ font-size: 1.5rem; margin: 0 }}
.count {{ color: {LIGHT.ink}; font-size: 1.25rem; font-weight: 600 }}
.scroll {{ overflow-x: auto }}
table {{ border-collapse: collapse; width: 100%; margin-top: 1rem; font-variant-numeric: tabular-nums }}
caption {{ text-align: left; font-weight: 600; padding-bottom: .5rem }}
th, td {{ padding: .5rem .75rem; text-align: right; border-bottom: 1px solid {LIGHT.line} }}
th:first-child {{ text-align: left; padding-left: 0 }}
thead th {{ color: {LIGHT.ink_soft}; font-weight: 600; vertical-align: bottom }}
tbody th {{ font-weight: 600 }}
tfoot th, tfoot td {{ font-weight: 800; border-bottom: 0 }}
footer {{ padding: 0 1.5rem 2rem }}
"""


def page(centres: Sequence[tuple[CentreCount, DayCount | None]]) -> str:
    """The whole document. One section per store of a centre."""
    sections = "".join(_section(count, day) for count, day in centres) or f"<p>{texts.NOTHING_YET}</p>"
    return (
        f'<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><title>{texts.TITLE} · Suyana</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{STYLE}</style></head><body><header><h1>{texts.TITLE}</h1><p>{texts.LEAD}</p></header>"
        f"<main>{sections}</main><footer><p>{texts.FOOT}</p></footer></body></html>"
    )


def _section(count: CentreCount, day: DayCount | None) -> str:
    return (
        f"<section><h2>{escape(count.centre)}</h2>"
        f'<p class="count">{texts.records_received(count.records)}</p>'
        f"<p>{texts.last_received(count.last_received_at)}</p>"
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
    return f'<tr><th scope="row">{head}</th>' + "".join(f"<td>{texts.number(n)}</td>" for n in figures) + "</tr>"
