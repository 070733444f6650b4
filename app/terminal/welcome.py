"""What `homeward serve` says once it is ready: where to look, whom to sign in as, where data lives, how to stop."""

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from app.example.roster import ROSTER
from app.settings import Settings


def address(settings: Settings) -> str:
    """Where a browser on this machine finds the pages."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::", ""} else settings.host
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def say(console: Console, settings: Settings, new_password: str | None) -> None:
    """Print it. `new_password` is the manager's of a system made just now, which is shown this once."""
    console.print(f"\n[bold]Homeward[/bold] is ready at [link={address(settings)}]{address(settings)}[/link]\n")
    if settings.example:
        console.print(_example_sign_ins())
    if new_password:
        console.print(f"Sign in as [bold]manager[/bold] with [bold]{new_password}[/bold]. It is not shown again.\n")
    data = f"{settings.data_dir.resolve()}" if settings.embedded else "the database of HOMEWARD_DATABASE_URL"
    console.print(f"Hospital messages (HL7 v2 over MLLP) are received on port {settings.mllp_port}.")
    console.print(f"Data lives in {data}. Ctrl-C stops everything; nothing is lost.\n", soft_wrap=True)


def _example_sign_ins() -> Table:
    table = Table("Sign in as", "password", "who it is", box=SIMPLE)
    for each in ROSTER:
        table.add_row(each.username, each.password, f"{each.name}, {each.role.replace('_', ' ')}")
    return table
