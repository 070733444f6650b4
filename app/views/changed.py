"""First view, catch-up and live change are one query of each kind of row: head and rows from one snapshot.

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

KNOWN = """($3::bigint = 0 OR $4::bytea IS NULL OR EXISTS (
    SELECT FROM event WHERE system_id = system.id AND position = $3 AND hash = $4))"""

_RECORDED_AT = "(SELECT recorded_at FROM event WHERE system_id = system.id AND position = system.head)"
_CORRELATION = "(SELECT correlation FROM event WHERE system_id = system.id AND event.position = changed.position)"


@cache
def changed_since(watched: tuple[tuple[str, bool], ...]) -> str:
    """SQL for ($1 system, $2 scopes, $3 position, $4 hash of the event at the position, NULL where nobody asks).

    Head with its hash, when its event was recorded, epoch, whether the log has the event at the position; of each row
    kind, scope, id, position, audience, JSON, and of what its event came.

    `watched` are kinds of row, each with whether only the rows of the scopes in $2 are wanted.
    """
    parts = [part for name, scoped in watched for part in _moved(KINDS[name], _within(scoped))]
    return f"""
        SELECT system.head, system.head_hash, {_RECORDED_AT} AS recorded_at, system.epoch, {KNOWN} AS known, changed.*,
            {_CORRELATION} AS correlation
        FROM system LEFT JOIN LATERAL ({" UNION ALL ".join(parts)}) changed ON true
        WHERE system.id = $1 AND $2::text[] IS NOT NULL"""


@cache
def shown_now(watched: tuple[tuple[str, bool], ...]) -> str:
    """SQL for ($1 system, $2 scopes): the first view of what is watched, as for `changed_since`.

    Head with its hash, epoch; of all rows of one kind, scope and audience these, and their JSON joined by commas: what
    a screen may see of them it may see of all, so nobody has to look at each.
    """
    parts = [_part(KINDS[name], "NOT r.gone" + _within(scoped)) for name, scoped in watched]
    together = [
        f"SELECT kind, scope, audience, string_agg(row, ',') AS rows FROM ({part}) shown GROUP BY kind, scope, audience"
        for part in parts
    ]
    return f"""
        SELECT system.head, system.head_hash, system.epoch, shown.*
        FROM system LEFT JOIN LATERAL ({" UNION ALL ".join(together)}) shown ON true
        WHERE system.id = $1 AND $2::text[] IS NOT NULL"""


def _within(scoped: bool) -> str:
    return " AND r.scope = ANY($2)" if scoped else ""


def _moved(kind: Kind, within: str) -> list[str]:
    if not kind.person_named:
        return [_part(kind, "r.position > $3" + within)]
    # Two halves, each led by an index; an OR across the join would read every row there ever was.
    return [
        _part(kind, "r.position > $3" + within),
        _part(kind, "p.position > $3 AND r.position <= $3 AND NOT r.gone" + within),
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
