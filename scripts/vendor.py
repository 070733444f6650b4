"""Write web/vendor/: the browser modules, made to load as they are from Homeward's own origin.

Packages come by their locked integrity hashes. Imports and asset paths are made relative, so that no bundler
and no import map is needed, and the licensed Frutiger font is left out, so that no request leaves the origin.
"""

import hashlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from npm import npm

WEB = Path(__file__).resolve().parent.parent / "web"
VENDOR = WEB / "vendor"
MANIFEST = VENDOR / "manifest.json"
SOURCES = (WEB / "package-lock.json", Path(__file__))
FILES = {
    "preact.js": ("preact", "dist/preact.mjs"),
    "preact-hooks.js": ("preact", "hooks/dist/hooks.mjs"),
    "htm.js": ("htm", "dist/htm.mjs"),
    "signals-core.js": ("@preact/signals-core", "dist/signals-core.mjs"),
    "signals.js": ("@preact/signals", "dist/signals.mjs"),
    "nhsuk.js": ("nhsuk-frontend", "dist/nhsuk/nhsuk-frontend.min.js"),
    "nhsuk.css": ("nhsuk-frontend", "dist/nhsuk/nhsuk-frontend.min.css"),
    "dev/axe.min.js": ("axe-core", "axe.min.js"),  # used by tests only
}
MODULES = {
    "preact": "./preact.js",
    "preact/hooks": "./preact-hooks.js",
    "@preact/signals-core": "./signals-core.js",
}
IMAGES = ("nhsuk-frontend", "dist/nhsuk/assets/images")


def main() -> None:
    if "--lock" in sys.argv:
        (WEB / "package-lock.json").unlink(missing_ok=True)
        npm("install", "--package-lock-only", folder=WEB)
        return
    if not _is_current():
        with tempfile.TemporaryDirectory() as folder:
            _fetch(Path(folder))
            _write(Path(folder) / "node_modules")
    MANIFEST.touch()


def _is_current() -> bool:
    if not MANIFEST.exists():
        return False
    manifest = json.loads(MANIFEST.read_text())
    kept = ((VENDOR / file["file"], file["sha256"]) for file in manifest["files"])
    return manifest["made_from"] == _hash(*SOURCES) and all(path.exists() and _hash(path) == was for path, was in kept)


def _fetch(folder: Path) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(WEB / name, folder)
    npm("ci", "--ignore-scripts", folder=folder)


def _write(modules: Path) -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name, (package, path) in FILES.items():
        text = (modules / package / path).read_text()
        target = VENDOR / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(style(text) if target.suffix == ".css" else script(text))
    images = dict.fromkeys(re.findall(r"url\((images/[^)]+)\)", (VENDOR / "nhsuk.css").read_text()), IMAGES)
    for name, (package, path) in images.items():
        (VENDOR / "images").mkdir(exist_ok=True)
        shutil.copy(modules / package / path / Path(name).name, VENDOR / name)
    entries = [_entry(modules, package, name) for name, (package, _) in sorted((FILES | images).items())]
    MANIFEST.write_text(json.dumps({"made_from": _hash(*SOURCES), "files": entries}, indent=2) + "\n")


def script(text: str) -> str:
    """The module with its bare imports made relative; KeyError names one that is not vendored."""
    text = re.sub(r"\b(from|import)\s*\"([@a-z][^\"]*)\"", lambda found: f'{found[1]}"{MODULES[found[2]]}"', text)
    return re.sub(r"//# sourceMappingURL=\S+", "", text)


def style(text: str) -> str:
    """The style sheet with no font of its own and its images beside it; ValueError if it still points elsewhere."""
    text = re.sub(r"@font-face\s*\{[^}]*\}", "", text)
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", text).replace("url(/assets/images/", "url(images/")
    elsewhere = re.findall(r"url\((?!images/|data:)[^)]*\)|@import[^;]*;", text)
    if elsewhere:
        raise ValueError(f"The style sheet would send requests elsewhere: {elsewhere}")
    return text


def _entry(modules: Path, package: str, name: str) -> dict[str, str]:
    about = json.loads((modules / package / "package.json").read_text())
    return {
        "file": name,
        "name": package,
        "version": about["version"],
        "licence": about["license"],
        "sha256": _hash(VENDOR / name),
    }


def _hash(*paths: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


if __name__ == "__main__":
    main()
