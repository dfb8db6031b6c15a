"""What became of everything that was thrown."""

from __future__ import annotations

from dataclasses import dataclass, field

SLOWEST = 1.0  # seconds


@dataclass
class Tally:
    """`wrong`: one sentence for each thing that was not as it should be."""

    thrown: int = 0
    named: int = 0  # answered with a sentence, a code, or by closing the line with a reason
    done: int = 0  # accepted: valid after all
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def took(self, seconds: float, what: str) -> None:
        self.thrown += 1
        self.slowest = max(self.slowest, seconds)
        if seconds > SLOWEST:
            self.wrong.append(f"{what} took {seconds:.1f} s")
