"""Which rules decide on which kind of stream."""

from app.domain.calendar import CALENDAR
from app.domain.case import CASE
from app.domain.decider import Decider
from app.domain.escalation import ESCALATION
from app.domain.feed import FEED
from app.domain.hub import HUB
from app.domain.importing import IMPORT
from app.domain.ladder import LADDER
from app.domain.person import PERSON
from app.domain.practice import PRACTICE
from app.domain.service import SERVICE
from app.domain.spell import SPELL
from app.domain.system import ARCHIVING, PLACES, STAFF
from app.domain.values import Stream, kind_of

_DECIDERS: dict[str, Decider] = {
    "case": CASE,
    "person": PERSON,
    "spell": SPELL,
    "places": PLACES,
    "staff": STAFF,
    "service": SERVICE,
    "feed": FEED,
    "escalation": ESCALATION,
    "hub": HUB,
    "calendar": CALENDAR,
    "ladder": LADDER,
    "practice": PRACTICE,
    "import": IMPORT,
    "system": ARCHIVING,
}


def decider_of(stream: Stream) -> Decider:
    """The rules of this stream."""
    return _DECIDERS[kind_of(stream)]
