"""Print the entries of requirements.lock that a running Homeward needs, or may be told to use; tools for setting up and
developing are left out. Read from the packages as installed here, so that no second lock can fall out of step."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = names([*project["dependencies"], *project["optional-dependencies"]["telemetry"]])
    print("\n".join(entries((ROOT / "requirements.lock").read_text(), needed)))


def names(requirements: Iterable[str]) -> set[NormalizedName]:
    """The packages that these ask for on this machine, and whatever those ask for; all of them are installed."""
    seen: set[tuple[NormalizedName, str]] = set()
    asked = [Requirement(each) for each in requirements]
    while asked:
        requirement = asked.pop()
        name = canonicalize_name(requirement.name)
        for extra in {"", *requirement.extras} - {extra for known, extra in seen if known == name}:
            seen.add((name, extra))
            theirs = map(Requirement, requires(name) or ())
            asked += [each for each in theirs if each.marker is None or each.marker.evaluate({"extra": extra})]
    return {name for name, _ in seen}


def entries(lock: str, needed: set[NormalizedName]) -> list[str]:
    """The lock's entries of these packages, hashes and all; KeyError names one that is not locked."""
    split = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)
    locked = {canonicalize_name(re.split(r"[^\w.-]", entry, maxsplit=1)[0]): entry.rstrip() for entry in split[1:]}
    return [locked[name] for name in sorted(needed)]


if __name__ == "__main__":
    main()
