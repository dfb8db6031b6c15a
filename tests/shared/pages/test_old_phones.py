"""What stands in the page is older than the phones that people still carry."""

from __future__ import annotations

import re
import subprocess

import pytest

from shared.pages.document import SCRIPT, STYLE
from tests.tools.foreign import FOLDER, node_program

PARSE = "require('acorn').parse(require('fs').readFileSync(0, 'utf8'), {ecmaVersion: 3})"
NEWER = ("fetch", "Promise", "classList", "dataset", "forEach", "JSON", "closest", "remove(", "append(", "for (const")
STYLES_OF_2011 = {
    "-webkit-animation", "-webkit-text-size-adjust", "animation", "background", "border", "border-color",
    "border-radius", "border-top", "color", "display", "float", "font", "font-size", "font-weight",
    "letter-spacing", "line-height",
    "list-style", "margin", "max-width", "padding", "padding-left", "padding-top", "text-align", "text-decoration",
}  # fmt: skip
VALUES_SINCE = ("var(", "calc(", "clamp(", "min(", "max(", "flex", "grid", "vh", "vw", "rem", ":is(", ":not(", ":has(")


def is_parsed(script: str) -> bool:
    """By a parser of others that knows no more than ECMAScript 3, of 1999."""
    done = subprocess.run(
        [node_program("acorn"), "-e", PARSE], input=script, cwd=FOLDER, capture_output=True, text=True
    )
    return done.returncode == 0


def test_the_script_is_ecmascript_3() -> None:
    assert is_parsed(SCRIPT)


@pytest.mark.parametrize(
    "newer", ["let a = 1;", "var a = () => 1;", "var a = `b`;", "var a = {get b() { return 1; }};"]
)
def test_a_script_that_is_newer_is_found(newer: str) -> None:
    """The control."""
    assert not is_parsed(SCRIPT + newer)


def test_the_script_asks_for_nothing_that_an_old_browser_lacks() -> None:
    assert [word for word in NEWER if word in SCRIPT] == []


def test_the_style_needs_nothing_that_an_old_browser_lacks() -> None:
    inside = re.sub(r"@media[^{]*\{|@[-a-z]*keyframes \w+\{", "", STYLE)
    used = {
        each.partition(":")[0].strip() for block in re.findall(r"\{([^{}]*)\}", inside) for each in block.split(";")
    }
    assert used - {""} <= STYLES_OF_2011
    assert [value for value in VALUES_SINCE if value in STYLE] == []
