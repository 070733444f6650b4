"""Escalations in a system: what a decision on one reads, and the clock that looks for what is due."""
