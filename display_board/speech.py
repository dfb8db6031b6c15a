"""A call as people say it in Spanish: letters by their names, numbers in words."""

from __future__ import annotations

import re
from itertools import pairwise

# What is heard apart from its neighbours in a noisy hall: "uve" and not "ve", which is taken for "be".
LETTERS = {
    "A": "a", "B": "be", "C": "ce", "D": "de", "E": "e", "F": "efe", "G": "ge", "H": "hache", "I": "i",
    "J": "jota", "K": "ka", "L": "ele", "M": "eme", "N": "ene", "Ñ": "eñe", "O": "o", "P": "pe", "Q": "cu",
    "R": "erre", "S": "ese", "T": "te", "U": "u", "V": "uve", "W": "doble ve", "X": "equis", "Y": "i griega",
    "Z": "zeta",
}  # fmt: skip
VOWELS = frozenset("AEIOU")

# fmt: off
UNITS = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)
TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
HUNDREDS = (
    "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos",
    "novecientos",
)
# fmt: on
MOST = 9999

_NUMBER = re.compile(r"(?P<letters>[A-ZÑ]+)[ -]?(?P<digits>\d+)")


def number_words(number: int) -> str:
    """1047 -> "mil cuarenta y siete". Raises ValueError outside 0 to 9999."""
    if not 0 <= number <= MOST:
        raise ValueError(f"{number} cannot be said: only 0 to {MOST} can")
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "mil" if thousands == 1 else f"{number_words(thousands)} mil"
        return f"{head} {number_words(rest)}" if rest else head
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{HUNDREDS[hundreds - 1]} {number_words(rest)}" if rest else _full_hundred(hundreds)
    if number < len(UNITS):
        return UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{TENS[tens - 3]} y {UNITS[unit]}" if unit else TENS[tens - 3]


def _full_hundred(hundreds: int) -> str:
    return "cien" if hundreds == 1 else HUNDREDS[hundreds - 1]


def letter_names(letters: str) -> str:
    """ "PJ" -> "pe jota"; "AB" -> "a, be".

    A vowel stands between commas: "a", "e", "o", "u" are also small words, which a voice slurs into the next one.
    """
    said = LETTERS[letters[0]]
    for before, letter in pairwise(letters):
        said += (", " if VOWELS & {before, letter} else " ") + LETTERS[letter]
    return said


def ticket_words(number: str) -> str:
    """A number as it is written, "PJ 047" -> "pe jota, cuarenta y siete". What is no such number is said as written."""
    match = _NUMBER.fullmatch(number.strip().upper())
    if match is None or int(match["digits"]) > MOST:
        return number
    return f"{letter_names(match['letters'])}, {number_words(int(match['digits']))}"
