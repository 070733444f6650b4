"""One query is first view, catch-up and live change: what changed since a position, head and rows from one snapshot.

Names live outside the log, so a row that shows a person is joined to them as it is read, and has changed when either
has. A first view omits what is gone; a catch-up says so, since the screen may still show it.

A position counts in one log only: a database restored from a backup has a shorter one, in which it soon means something
else. So whoever holds a position holds the hash of its event too, and is told whether this log still has it.
"""

from functools import cache

from app.views.kind import Kind
from app.views.kinds import KINDS
from app.views.shown_name import shown_name

_PERSON = f""", json_build_object(
    'name', {shown_name("identity")},
    'initials', left(identity.given, 1) || left(identity.family, 1),
    'birth_date', identity.birth_date,
    'died_at', p.died_at) AS person"""

KNOWN = """($2::bigint = 0 OR $4::bytea IS NULL OR EXISTS (
    SELECT FROM event WHERE system_id = system.id AND position = $2 AND hash = $4))"""

_RECORDED_AT = "(SELECT recorded_at FROM event WHERE system_id = system.id AND position = system.head)"
_CORRELATION = "(SELECT correlation FROM event WHERE system_id = system.id AND event.position = changed.position)"


@cache
def changed_since(watched: tuple[tuple[str, bool], ...], *, first: bool) -> str:
    """SQL for ($1 system, $2 position, $3 scopes, $4 hash of the event at the position, NULL where nobody asks).

    Head with its hash, epoch, whether the log has that event; kind, scope, id, position, audience and JSON of each row.
    With them, but not with a first view, when the event at the head was recorded, and of what each row's event came.

    `watched` are kinds of row, each with whether only the rows of the scopes in $3 are wanted.
    """
    parts = [part for name, scoped in watched for part in _parts(KINDS[name], scoped, first)]
    recorded_at, correlation = ("NULL::timestamptz", "NULL::uuid") if first else (_RECORDED_AT, _CORRELATION)
    return f"""
        SELECT system.head, system.head_hash, {recorded_at} AS recorded_at, system.epoch, {KNOWN} AS known, changed.*,
            {correlation} AS correlation
        FROM system LEFT JOIN LATERAL ({" UNION ALL ".join(parts)}) changed ON true
        WHERE system.id = $1 AND $3::text[] IS NOT NULL"""


def _parts(kind: Kind, scoped: bool, first: bool) -> list[str]:
    within = " AND r.scope = ANY($3)" if scoped else ""
    if first:
        return [_part(kind, "NOT r.gone" + within)]
    if not kind.person_named:
        return [_part(kind, "r.position > $2" + within)]
    # Two halves, each led by an index; an OR across the join would read every row there ever was.
    return [
        _part(kind, "r.position > $2" + within),
        _part(kind, "p.position > $2 AND r.position <= $2 AND NOT r.gone" + within),
    ]


def _part(kind: Kind, condition: str) -> str:
    position, person, joins = "r.position", "", kind.joins
    audience = f"r.{kind.audience_in}::text" if kind.for_audience else "NULL::text"
    if kind.person_named:
        position, person = "greatest(r.position, p.position)", _PERSON
        joins += """
            JOIN person_1 p ON p.system_id = r.system_id AND p.id = r.person_id
            LEFT JOIN person identity ON identity.system_id = r.system_id AND identity.person_id = r.person_id"""
    # `json`, not `jsonb`: what is only written out need not be taken in first, which took two thirds of a first view.
    return f"""
        SELECT '{kind.name}' AS kind, r.scope, r.id, {position} AS position, {audience} AS audience, (
            SELECT row_to_json(sent)::text
            FROM (SELECT {_sent(kind)}, '{kind.name}' AS kind, {position} AS position{person}{kind.extra}) sent) AS row
        FROM {kind.table.name} r {joins}
        WHERE r.system_id = system.id AND {condition}"""


def _sent(kind: Kind) -> str:
    unsent = {"system_id", "position", *kind.kept}
    return ", ".join(f"r.{column.name}" for column in kind.table.columns if column.name not in unsent)
