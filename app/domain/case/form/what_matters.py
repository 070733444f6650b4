"""Field 6, *what matters*: in the person's own words, and what the family says."""

from dataclasses import dataclass

from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatMatters:
    """Either may be missing, both are quoted as said."""

    person: Words | None = None
    family: Words | None = None
