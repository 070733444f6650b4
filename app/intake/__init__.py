"""Feeds from outside, each in a folder of its own."""
