"""The discharge pathways. Source: Hospital discharge and community support guidance, Annex B (January 2024)."""

from enum import StrEnum


class Pathway(StrEnum):
    """P0 is the ward's own discharge; P1 to P3 are the hub's, home first."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"

    @property
    def is_home(self) -> bool:
        """Whether the person goes to their own home, with or without support."""
        return self in {Pathway.P0, Pathway.P1}


WORDS = {
    Pathway.P0: "Ward discharge, no new support",
    Pathway.P1: "Home with support",
    Pathway.P2: "Short-term bed",
    Pathway.P3: "Care home placement",
}
