"""Check that both lock files are in step with their sources, hold hashes, and name no place to fetch from."""

import json
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    faults = [*python_faults(_text("pyproject.toml"), _text("requirements.lock"))]
    faults += browser_faults(_text("web/package.json"), _text("web/package-lock.json"))
    if faults:
        sys.exit("\n".join([*faults, "`make lock` writes both lock files anew."]))


def python_faults(project_text: str, lock_text: str) -> list[str]:
    """What is wrong with requirements.lock, in words; nothing when it is in step with pyproject.toml."""
    project = tomllib.loads(project_text)
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    asked += [name for extra in project["project"]["optional-dependencies"].values() for name in extra]
    lines = re.sub(r"\\\n *", " ", lock_text).splitlines()
    locked = {_name(line): line for line in lines if line and not line.startswith("#")}
    missing = [f"requirements.lock: {name} is missing" for name in map(_name, asked) if name not in locked]
    return [
        *missing,
        *(f"requirements.lock: {name} is not held to a version" for name, line in locked.items() if "==" not in line),
        *(f"requirements.lock: {name} has no hash" for name, line in locked.items() if "--hash=sha256:" not in line),
        *(["requirements.lock: names an address"] if "://" in lock_text or "index-url" in lock_text else []),
    ]


def browser_faults(package_text: str, lock_text: str) -> list[str]:
    """What is wrong with package-lock.json, in words; nothing when it is in step with package.json."""
    package, lock = json.loads(package_text), json.loads(lock_text)["packages"]
    kinds = ("dependencies", "devDependencies")
    stale = [f"package-lock.json: {kind} differ" for kind in kinds if package.get(kind) != lock[""].get(kind)]
    packages = {path: entry for path, entry in lock.items() if path}
    return [
        *stale,
        *(f"package-lock.json: {path} has no hash" for path, entry in packages.items() if "integrity" not in entry),
        *(f"package-lock.json: {path} names an address" for path, entry in packages.items() if "resolved" in entry),
    ]


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def _text(path: str) -> str:
    return (ROOT / path).read_text()


if __name__ == "__main__":
    main()
