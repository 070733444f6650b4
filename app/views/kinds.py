"""Every kind of row, by name and by the kind of stream that it is folded from."""

from app.views.assessment import ASSESSMENT
from app.views.board_round import BOARD_ROUND
from app.views.calendar import CALENDAR
from app.views.case import CASE
from app.views.escalation import ESCALATION
from app.views.feed import FEED
from app.views.kind import Kind
from app.views.ladder import LADDER
from app.views.night import NIGHT
from app.views.note import NOTE
from app.views.offer import OFFER
from app.views.person import PERSON
from app.views.place import PLACE
from app.views.practice import PRACTICE
from app.views.request import REQUEST
from app.views.service import SERVICE
from app.views.snapshot import SNAPSHOT
from app.views.spell import SPELL
from app.views.staff import STAFF
from app.views.stay import STAY
from app.views.stay_night import STAY_NIGHT
from app.views.stay_snapshot import STAY_SNAPSHOT
from app.views.task import TASK

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        *(CASE, NOTE, ASSESSMENT, REQUEST, OFFER, TASK, STAY, STAY_NIGHT, STAY_SNAPSHOT),
        *(SPELL, NIGHT, SNAPSHOT, PERSON, PLACE, STAFF, SERVICE, FEED, BOARD_ROUND),
        *(CALENDAR, LADDER, PRACTICE),
        ESCALATION,
    )
}


def kinds_of(stream_kind: str) -> list[Kind]:
    """The kinds of row folded from this kind of stream."""
    return [kind for kind in KINDS.values() if kind.stream == stream_kind]
