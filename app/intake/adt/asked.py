"""What is known of all that a message names, asked in one statement: each round trip costs a line as much as the work.

The streams of the person and the stay are read with it. The other answers lie in the turn's memo; whoever changes one
of them takes it out.
"""

import json
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.values import PersonId
from app.events.log import Turn
from app.events.stream import READ
from app.intake.adt.kept import identity, seen_again
from app.intake.adt.outcome import Outcome
from app.intake.adt.person import details_of
from app.intake.adt.stays import BY_NUMBER, visit_key
from app.intake.adt.understood import Refused, Understood
from app.intake.adt.wards import WARDS, ward_key
from app.intake.senders import Sender
from app.people.record import RECORDS, numbers_of, record_key, record_of
from app.people.registry import FIND, people_key
from app.people.telling import Record


class SettingsChanged(Exception):
    """The feed's settings are no longer those by which the message was read: read it again."""


async def ask(turn: Turn, sender: Sender, reading: Understood | Refused) -> Outcome | None:
    """Read ahead what the message names; what came of the very same message, if it came before.

    Raises SettingsChanged.
    """
    names = None if isinstance(reading, Refused) else _Names(sender, reading)
    rows = await turn.connection.fetch(
        _ASK, sender.system, *identity(reading), sender.feed_id, *(names.arguments if names else _NO_NAMES)
    )
    row = rows[0]
    if row["as_of"] != sender.as_of:
        raise SettingsChanged
    turn.hold(rows)
    if names:
        names.keep(turn, row)
    return await seen_again(turn.connection, sender, reading) if row["seen"] else None


class _Names:
    """What one message names: its first person's numbers, visit and ward. A second person is asked about later."""

    def __init__(self, sender: Sender, reading: Understood) -> None:
        visit = reading.visit
        self._people = tuple(numbers_of(details_of(reading.patient, sender.feed_id)))
        self._visit = visit_key(sender, visit.number) if visit and visit.number else None
        self._ward = ward_key(sender, visit.place) if visit and visit.place else None

    @property
    def arguments(self) -> tuple[Any, ...]:
        kinds, authorities, values = zip(*self._people, strict=True) if self._people else ((), (), ())
        visit, ward = self._visit or ("", "", ""), self._ward or ("", None, None)
        return list(kinds), list(authorities), list(values), visit[1], visit[2], ward[1], ward[2]

    def keep(self, turn: Turn, row: Any) -> None:
        turn.memo[people_key(self._people)] = [_person(found) for found in json.loads(row["people"] or "[]")]
        for found in json.loads(row["records"] or "[]"):
            turn.memo[record_key(PersonId(UUID(found["person_id"])))] = _record(found)
        if self._visit:
            turn.memo[self._visit] = json.loads(row["visit"]) if row["visit"] else None
        if self._ward:
            turn.memo[self._ward] = json.loads(row["wards"] or "[]")


_NO_NAMES: tuple[Any, ...] = ([], [], [], "", "", None, None)


def _record(found: dict[str, Any]) -> Record:
    return record_of(_person(found), found["said_at"], found["numbers"])


def _person(found: dict[str, Any]) -> dict[str, Any]:
    return found | {"birth_date": date.fromisoformat(found["birth_date"]) if found["birth_date"] else None}


_STREAMS = """
    SELECT 'person:' || person_id FROM found UNION SELECT 'person:' || person_id FROM stay
    UNION SELECT 'spell:' || spell_id FROM stay"""

_ASK = f"""
    WITH found AS MATERIALIZED ({FIND.format(kinds="$7", authorities="$8", values="$9")}),
    stay AS MATERIALIZED ({BY_NUMBER.format(authority="$10", number="$11")})
    SELECT told.*,
        (SELECT position FROM feed_1 WHERE system_id = $1 AND scope = '*' AND id = $6) AS as_of,
        EXISTS (SELECT 1 FROM feed_message WHERE system_id = $1 AND application = $2 AND facility = $3
            AND control_id = $4 AND body_hash = $5) AS seen,
        (SELECT jsonb_agg(found) FROM found) AS people,
        (SELECT jsonb_agg(record) FROM ({RECORDS.format(people="SELECT person_id FROM found")}) record) AS records,
        (SELECT to_jsonb(stay) FROM stay) AS visit,
        (SELECT jsonb_agg(found) FROM ({WARDS.format(name="$12", site="$13")}) found) AS wards
    FROM ({READ.format(streams=_STREAMS)}) AS told"""
