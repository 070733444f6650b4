"""Routing by home: which council, ICB, practice, locality and hub a person belongs to, and who is out of area."""

from app.domain.routing.answer import (
    Answer,
    Doubt,
    GoTo,
    HomeRoute,
    Named,
    OutOfArea,
    Question,
    Routed,
    Unknown,
    Where,
    home_route,
)
from app.domain.routing.home import Circumstance, Home, home, is_under_18, kept_home
from app.domain.routing.reference import Area, Council, HubArea, Icb, PostcodeHome, Practice, Tables
from app.domain.routing.route import route

__all__ = [
    "Answer",
    "Area",
    "Circumstance",
    "Council",
    "Doubt",
    "GoTo",
    "Home",
    "HomeRoute",
    "HubArea",
    "Icb",
    "Named",
    "OutOfArea",
    "PostcodeHome",
    "Practice",
    "Question",
    "Routed",
    "Tables",
    "Unknown",
    "Where",
    "home",
    "home_route",
    "is_under_18",
    "kept_home",
    "route",
]
