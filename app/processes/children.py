"""The commands by which `serve` starts its children; nobody types them."""

import asyncio
from typing import Annotated

import typer

from app import tracing
from app.processes.logs import speak
from app.processes.orphan import end_with_parent
from app.settings import Settings

children = typer.Typer()


@children.command(hidden=True)
def web(fd: Annotated[int, typer.Option(help="The listening socket, inherited.")]) -> None:
    """A web worker; `serve` starts it."""
    from app.processes.web import run_web

    settings = _as_child("web")
    tracing.begin("web")
    run_web(settings, fd)


@children.command(hidden=True)
def background(holder: Annotated[str, typer.Option(help="In whose name the lease is held.")]) -> None:
    """The background process; `serve` starts it."""
    from app.processes.background import run_background
    from app.processes.loop import run

    settings = _as_child("background")
    tracing.begin("background")
    run(run_background(settings, holder))


@children.command(hidden=True)
def example() -> None:
    """The example hospital and its staff; `serve` starts them."""
    from app.example.life import live
    from app.terminal.welcome import address

    settings = _as_child("example")
    asyncio.run(live(settings, address(settings)))


def _as_child(name: str) -> Settings:
    settings = Settings()
    speak(name, settings.log_level, settings.log_format)
    end_with_parent()
    return settings
