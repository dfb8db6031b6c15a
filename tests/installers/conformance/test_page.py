from __future__ import annotations

import hashlib
from pathlib import Path

from installers.conformance.page import write
from installers.conformance.points import points
from tests.installers.conformance.test_points import DECLARED, SEEN


def test_the_page_has_every_point_and_the_digest_of_what_was_measured(tmp_path: Path) -> None:
    text = write(tmp_path, SEEN, DECLARED, points(SEEN, DECLARED)).read_text(encoding="utf-8")
    assert all(f"<td>D{number}</td>" in text for number in range(1, 18))
    assert "Ana Quispe Mamani" in text
    assert hashlib.sha256((tmp_path / "conformidad.json").read_bytes()).hexdigest() in text


def test_without_a_declaration_the_page_says_that_it_is_missing(tmp_path: Path) -> None:
    text = write(tmp_path, SEEN, None, points(SEEN, None)).read_text(encoding="utf-8")
    assert "Falta la declaración de quien instala" in text
