"""What a child of `serve` is: its name, and what it is told in words that everybody may read."""

import asyncio
from typing import Annotated

import typer

from app import tracing
from app.collector import loading
from app.processes.logs import speak
from app.settings import Settings
from app.terminal.saying import obstacles_said

children = typer.Typer()


def main() -> None:
    """Be the child that is named."""
    with obstacles_said():
        children()


@children.command()
def web(fd: Annotated[int, typer.Option(help="The listening socket, inherited.")]) -> None:
    """A web worker; `serve` starts it."""
    with loading():
        from app.processes.web import run_web

    settings = _as_child("web")
    tracing.begin("web")
    run_web(settings, fd)


@children.command()
def background(holder: Annotated[str, typer.Option(help="In whose name the lease is held.")]) -> None:
    """The background process; `serve` starts it."""
    with loading():
        from app.processes.background import run_background
        from app.processes.loop import run

    settings = _as_child("background")
    tracing.begin("background")
    run(run_background(settings, holder))


@children.command()
def example() -> None:
    """The example hospital and its staff; `serve` starts them."""
    with loading():
        from app.example.life import live
        from app.terminal.welcome import address

    settings = _as_child("example")
    asyncio.run(live(settings, address(settings)))


def _as_child(name: str) -> Settings:
    settings = Settings()
    speak(name, settings.log_level, settings.log_format)
    return settings
