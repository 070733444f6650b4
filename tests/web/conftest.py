"""These tests sit at a browser."""

from tests.browsing import behind, browser, desk, served_database, serving, town, windows

__all__ = ["behind", "browser", "desk", "served_database", "serving", "town", "windows"]
