"""Homeward: the live caseboard of a care transfer hub."""

__version__ = "0.1.0"
