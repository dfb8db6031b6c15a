#!/usr/bin/env -S python3 -B
"""Puts Suyana on a Debian machine from this checkout, and takes it off again.

sudo installers/install.py install --with hub,sync --centre centre.toml
sudo installers/install.py remove
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from installers.command_line import main

    sys.exit(main())
