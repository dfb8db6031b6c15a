"""Letters by their names.

In Quechua and Aymara too the letters of a ticket have Spanish names: the native alphabets have no B, D, F, G, V, Z, and
published texts keep Spanish abbreviations inside their sentences.
"""

from __future__ import annotations

from itertools import pairwise

from shared.domain.languages.tags import ENGLISH, Tag

# What is heard apart from its neighbours in a noisy hall: "uve" and not "ve", which is taken for "be".
SPANISH_NAMES = {
    "A": "a", "B": "be", "C": "ce", "D": "de", "E": "e", "F": "efe", "G": "ge", "H": "hache", "I": "i",
    "J": "jota", "K": "ka", "L": "ele", "M": "eme", "N": "ene", "Ñ": "eñe", "O": "o", "P": "pe", "Q": "cu",
    "R": "erre", "S": "ese", "T": "te", "U": "u", "V": "uve", "W": "doble ve", "X": "equis", "Y": "i griega",
    "Z": "zeta",
}  # fmt: skip
ENGLISH_NAMES = {
    "A": "ay", "B": "bee", "C": "see", "D": "dee", "E": "ee", "F": "ef", "G": "jee", "H": "aitch", "I": "eye",
    "J": "jay", "K": "kay", "L": "el", "M": "em", "N": "en", "Ñ": "en-yay", "O": "oh", "P": "pee", "Q": "cue",
    "R": "ar", "S": "ess", "T": "tee", "U": "you", "V": "vee", "W": "double you", "X": "ex", "Y": "why",
    "Z": "zee",
}  # fmt: skip
VOWELS = frozenset("AEIOU")


def letter_names(letters: str, language: Tag = "es") -> str:
    """ "PJ" -> "pe jota"; "AB" -> "a, be". Raises KeyError for what is no letter of A to Z or Ñ.

    A vowel stands between commas: "a", "e", "o", "u" are also small words, which a voice slurs into the next one.
    """
    names = ENGLISH_NAMES if language == ENGLISH else SPANISH_NAMES
    said = names[letters[0]]
    for before, letter in pairwise(letters):
        said += (", " if VOWELS & {before, letter} else " ") + names[letter]
    return said
