"""The small centre of `docs/centre-file.md`."""

from __future__ import annotations

import re
from pathlib import Path

_PAGE = (Path(__file__).resolve().parents[2] / "docs" / "centre-file.md").read_text(encoding="utf-8")
SMALL_PAGE: str = re.findall(r"```toml\n(.*?)```", _PAGE, re.DOTALL)[0]
