"""The example sign-ins as the sign-in page and the console show them."""

from app.api.state import SignIn
from app.example.roster import ROSTER


def sign_ins() -> list[SignIn]:
    """Every member of the example staff, the hub first."""
    return [
        SignIn(username=member.username, password=member.password, name=member.name, role=member.role)
        for member in ROSTER
    ]
