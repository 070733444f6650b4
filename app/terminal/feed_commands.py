"""The words of `homeward adt`: hospitals' messages."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app.settings import Settings
from app.terminal.saying import give_up

adt = typer.Typer(help="Hospitals' messages (HL7 v2 ADT).", no_args_is_help=True)


@adt.command("send")
def send(
    files: Annotated[list[Path], typer.Argument(exists=True, help="Files of messages, or folders of such files.")],
    host: Annotated[str, typer.Option(help="Where Homeward listens.")] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(help="Its MLLP port; HOMEWARD_MLLP_PORT, else 2575.")] = None,
) -> None:
    """Send messages over MLLP, one after another, and show how they were answered.

    A file may hold one message or many, framed or not. Each message that is not accepted gets a line.
    """
    from app.terminal.sending import send_files

    try:
        asyncio.run(send_files(files, host, Settings().mllp_port if port is None else port, Console()))
    except OSError as error:
        give_up(f"The messages could not be brought to {host}: {error!s}")
