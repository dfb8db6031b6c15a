"""The figures that a row shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sync.office.counting import Count, at_most

TARGET = 0.8  # of the waits within their ANS limit
FEW = 10  # waits; of fewer a share says nothing


@dataclass(frozen=True)
class Line:
    """A row: what it is called and where it leads to, and its figures."""

    name: str
    count: Count
    link: str = ""
    code: str = ""

    @cached_property
    def median(self) -> int | None:
        return at_most(self.count.waits, 50)

    @cached_property
    def p90(self) -> int | None:
        return at_most(self.count.waits, 90)

    @property
    def within(self) -> float | None:
        return self.count.wait_within / self.count.wait_limited if self.count.wait_limited else None

    @property
    def shown(self) -> float | None:
        """`within` as it is shown: what is below the target by a hair is not rounded up to it."""
        return TARGET - 0.01 if self.below and round(self.within or 0, 2) == TARGET else self.within

    @property
    def below(self) -> bool:
        """Below what the ANS wants."""
        return self.within is not None and not self.few and self.within < TARGET

    @property
    def few(self) -> bool:
        """Too few to be held against the target."""
        return self.count.wait_limited < FEW

    @property
    def attention(self) -> float | None:
        return self.count.attention_seconds / self.count.attention_count if self.count.attention_count else None

    @property
    def wait(self) -> float | None:
        return self.count.wait_seconds / self.count.wait_count if self.count.wait_count else None


CSV_COLUMNS = (
    "numeros",
    "atenciones",
    "ausentes",
    "cancelados",
    "sin_atender",
    "espera_media_s",
    "espera_mediana_min",
    "espera_p90_min",
    "espera_con_ans",
    "espera_dentro_ans",
    "atencion_media_s",
    "atencion_con_ans",
    "atencion_dentro_ans",
)


def csv_cells(line: Line) -> tuple[int | None, ...]:
    """In the order of `CSV_COLUMNS`."""
    count = line.count
    return (
        count.tickets,
        count.served,
        count.absent,
        count.cancelled,
        count.left,
        None if line.wait is None else round(line.wait),
        line.median,
        line.p90,
        count.wait_limited,
        count.wait_within,
        None if line.attention is None else round(line.attention),
        count.attention_limited,
        count.attention_within,
    )


def total(counts: list[Count]) -> Count:
    whole = Count()
    for count in counts:
        whole.add(count)
    return whole
