"""The pages' files: assets under the build's own address may be kept for ever, since another build has another."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, Response

from app.api.problems import problem
from app.api.state import HomewardState

router = APIRouter(include_in_schema=False)

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


def build_of(web: Path) -> str:
    """A short hash of every file that a browser may be sent."""
    digest = sha256()
    for path in sorted(web.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(path.relative_to(web).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@router.get("/web/{build}/{path:path}")
async def asset(build: str, path: str, homeward: HomewardState) -> Response:
    """One file of the browser UI."""
    if build != homeward.build or path not in _files(homeward.web):
        return problem(404, "no-such-file", "There is no such file. Load the page again: there may be a newer version.")
    file = homeward.web / path
    return FileResponse(file, media_type=_TYPES[file.suffix], headers=_FOR_EVER)


@cache
def _files(web: Path) -> frozenset[str]:
    return frozenset(
        path.relative_to(web).as_posix()
        for path in web.rglob("*")
        if path.suffix in _TYPES and "node_modules" not in path.parts and "dev" not in path.parts
    )
