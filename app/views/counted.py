"""Whose delay is counted: every adult in-patient of one night or more (DOMAIN rule 2).

As the national returns have it: the ready date is collected of *all inpatients with a stay of one night or longer*, the
daily situation report counts *inpatients aged 18 or over* (reference: national codes 1.3 and 1.4). Who was under 18
when they were admitted stays out; whose birth date is not known counts.
"""

from app.domain.local_time import LOCAL

ADULT_AGE = 18

IDENTITY = "LEFT JOIN person identity ON identity.system_id = $1 AND identity.person_id = spell.person_id"
"""SQL: what `counted` needs beside alias `spell`."""


def on_the_wall(instant: str) -> str:
    """SQL: the local date of an instant."""
    return f"({instant} AT TIME ZONE '{LOCAL}')::date"


def counted(admitted_on: str, until: str) -> str:
    """SQL: whether the stay of `identity` counts, by the local date of its admission and one until which it lasts."""
    of_age = f"identity.birth_date + interval '{ADULT_AGE} years' <= {admitted_on}"
    return f"(identity.birth_date IS NULL OR {of_age}) AND {admitted_on} < {until}"
