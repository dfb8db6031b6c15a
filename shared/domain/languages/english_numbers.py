"""Numbers in English."""

from __future__ import annotations

# fmt: off
UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on


def words(number: int) -> str:
    """1047 -> "one thousand and forty-seven". Of 0 to 9999."""
    if number >= 1000:
        return _after(f"{UNITS[number // 1000]} thousand", number % 1000)
    if number >= 100:
        return _after(f"{UNITS[number // 100]} hundred", number % 100)
    if number < len(UNITS):
        return UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{TENS[tens - 2]}-{UNITS[unit]}" if unit else TENS[tens - 2]


def _after(head: str, rest: int) -> str:
    if not rest:
        return head
    return f"{head} and {words(rest)}" if rest < 100 else f"{head} {words(rest)}"
