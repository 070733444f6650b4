"""How long something lasts, in words."""

from datetime import timedelta


def in_words(lasts: timedelta) -> str:
    """Two hours and more in hours, below in minutes, below one in seconds."""
    minutes = int(lasts.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} min" if minutes else f"{int(lasts.total_seconds())} s"
    return f"{minutes // 60} h"
