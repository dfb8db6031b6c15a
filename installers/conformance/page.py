"""The report as one page to print and to sign, in Spanish, and everything behind it as JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import jinja2
import msgspec

from installers.conformance.declaration import Declaration
from installers.conformance.evidence import Evidence
from installers.conformance.verdict import Point

HERE = Path(__file__).parent


def write(folder: Path, evidence: Evidence, declared: Declaration | None, points: Sequence[Point]) -> Path:
    """`conformidad.html` and `conformidad.json` in the folder, which is made. Returns the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    data = msgspec.json.format(
        msgspec.json.encode({"evidence": evidence, "declared": declared, "points": list(points)})
    )
    (folder / "conformidad.json").write_bytes(data)
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    page = folder / "conformidad.html"
    digest = hashlib.sha256(data).hexdigest()
    text = templates.get_template("page.html").render(
        evidence=evidence, declared=declared, points=points, digest=digest, screens=len(evidence.shots)
    )
    page.write_text(text, encoding="utf-8")
    return page
