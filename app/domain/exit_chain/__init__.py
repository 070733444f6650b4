"""The exit chain: who could go when, by which place that comes free (DOMAIN rules 7, 8 and 12).

It says *could*: nothing is held or promised by it. "If Mrs A leaves by noon, Mr B goes", and what Mr B leaves frees the
next.
"""

from app.domain.exit_chain.answer import Chain, Freed, How, Move, Stuck, Why
from app.domain.exit_chain.chain import exit_chain
from app.domain.exit_chain.facts import AHEAD, Held, InStay, Leaving, Waiting, leaves_at
from app.domain.exit_chain.wanted import is_wanted_by

__all__ = [
    "AHEAD",
    "Chain",
    "Freed",
    "Held",
    "How",
    "InStay",
    "Leaving",
    "Move",
    "Stuck",
    "Waiting",
    "Why",
    "exit_chain",
    "is_wanted_by",
    "leaves_at",
]
