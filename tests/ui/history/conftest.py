"""The theme as a program starts with it, put back after each test."""

from tests.ui.kit.conftest import dressed, sheet

__all__ = ["dressed", "sheet"]
