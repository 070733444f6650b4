"""The two decline codes by which the rules themselves do something; every other is only on the hub's list."""

CANNOT_START_BY_THEN = "D05"
"""With the earliest day it is a counter: somebody may wait for it."""

NO_ANSWER = "D22"
"""Set when the time to answer has passed, never chosen."""
