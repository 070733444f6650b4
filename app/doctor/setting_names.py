"""Settings that were meant and are none: a name with a slip of the pen is read by nobody, and nobody says so."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from app.doctor.finding import Finding
from app.settings import Settings

WHAT = "Settings"
PREFIX = "HOMEWARD_"


def of_setting_names(environment: Mapping[str, str]) -> Finding:
    """Names what is set, never to what: some of it is secret."""
    names = {PREFIX + field.upper() for field in Settings.model_fields}
    told = sorted(name for name in environment if name.startswith(PREFIX))
    unknown = [name for name in told if name not in names]
    if unknown:
        return Finding.look(WHAT, f"{', '.join(unknown)}: there is no such setting.", " ".join(_meant(unknown, names)))
    return Finding.well(WHAT, f"Set here: {', '.join(told)}." if told else "All at their defaults.")


def _meant(unknown: list[str], names: set[str]) -> Iterator[str]:
    for name in unknown:
        close = get_close_matches(name, sorted(names), n=1)
        yield f"Write {close[0]}, or leave {name} out." if close else f"Leave {name} out."
