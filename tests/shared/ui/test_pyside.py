"""The PySide6 that is installed keeps what Python lent it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication


def test_a_void_call_of_qt_loses_no_reference_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 does on Python before 3.12: an interpreter aborts after some five thousand calls."""
    before = sys.getrefcount(None)  # what other tests left to do may move it a little
    for _ in range(200):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < 100
