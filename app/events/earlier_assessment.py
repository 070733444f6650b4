"""What the person's last assessment on another case said, so that nobody is asked everything twice."""

from typing import TYPE_CHECKING, Any

from app.domain.assessment.sealing import as_answers
from app.domain.case import AssessmentSigned
from app.domain.values import PersonId, SystemId, stream
from app.events.stream import read_stream

if TYPE_CHECKING:
    import asyncpg

    from app.events.stream import Connection


async def earlier_answers(
    connection: "Connection[asyncpg.Record]", system: SystemId, person: PersonId
) -> dict[str, Any]:
    """The answers of the latest version that anybody signed for this person; none where nobody did."""
    found = await connection.fetchrow(_LATEST, system, person)
    if found is None:
        return {}
    past = (await read_stream(connection, system, stream("case", found["case_id"]))).past
    signed = [each.event for each in past.events if isinstance(each.event, AssessmentSigned)]
    return next((as_answers(each.answers) for each in reversed(signed) if each.assessment_id == found["id"]), {})


_LATEST = """
    SELECT id, case_id FROM assessment_1 WHERE system_id = $1 AND person_id = $2
    ORDER BY signed_at DESC, position DESC LIMIT 1"""
