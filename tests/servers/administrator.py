"""What a database administrator does before Homeward comes, as docs/operate/postgresql.md says it, word for word."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.servers.cluster import Cluster

PAGE = Path(__file__).resolve().parents[2] / "docs/operate/postgresql.md"
_BLOCK = re.compile(r"```sql roles\n(.*?)```", re.DOTALL)
_PASSWORDS = {"owner": "'the owner''s password'", "app": "'the application''s password'"}


def make(cluster: "Cluster") -> None:
    """Run the page's statements on a fresh cluster, with this cluster's passwords in the place of the page's words."""
    own = cluster.passwords
    told = statements().replace(_PASSWORDS["owner"], f"'{own['owner']}'").replace(_PASSWORDS["app"], f"'{own['app']}'")
    cluster.psql(database="postgres", stdin=f"ALTER ROLE postgres PASSWORD '{own['postgres']}';\n{told}")


def make_database(cluster: "Cluster", name: str) -> None:
    """Run what the page says of the database once more, for one of another name and the same roles."""
    about = [each for each in statements().splitlines() if " DATABASE homeward " in each]
    cluster.psql(database="postgres", stdin="\n".join(about).replace("DATABASE homeward ", f"DATABASE {name} "))


def statements() -> str:
    """The page's statements, for psql as the superuser."""
    found = _BLOCK.search(PAGE.read_text())
    assert found, f"{PAGE.name} tells nobody which roles to make"
    assert all(word in found[1] for word in _PASSWORDS.values())
    return found[1]
