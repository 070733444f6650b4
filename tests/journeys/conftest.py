"""These tests sit at a browser."""

from tests.browsing import browser, desk, served_database, serving, town, windows

__all__ = ["browser", "desk", "served_database", "serving", "town", "windows"]
