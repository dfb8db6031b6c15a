"""The fault lab's receipt printer, for tests."""

from __future__ import annotations

from installers.faultlab.fake_printer import (
    FakePrinter as FakePrinter,
    Faults as Faults,
    printing as printing,
    refused_url as refused_url,
)
