"""Whom to ring, day and night: only numbers that somebody here has said, and the two national ones."""

from collections.abc import Iterator

from app.views.for_the_person.known import Known
from app.views.for_the_person.words import Number, Part, line, some

_NATIONAL = (
    Number(who="NHS 111, day and night, if you feel ill and it cannot wait", number="111"),
    Number(who="Ambulance, if life is in danger", number="999"),
)
"""Everywhere in England: nhs.uk, *When to use 111* and *When to call 999*."""


def ringing(known: Known) -> Part:
    """Ward, service, hub, and at any hour the national numbers."""
    numbers = (*_ours(known), *_NATIONAL)
    on_ward = (
        line(f"While you are in hospital, ask the staff on {known.ward}.") if known.ward and not known.away else None
    )
    ours = len(numbers) > len(_NATIONAL)
    at_night = line(
        "If nobody answers at night and it cannot wait, ring NHS 111.", "Does nobody answer at night? Ring 111."
    )
    return Part(
        key="ring",
        heading=line("Who to ring"),
        lines=some(on_ward, at_night if ours else line("We have no number to give you yet. Ask the staff for one.")),
        numbers=numbers,
        to_write=() if ours else ("Number to ring",),
    )


def _ours(known: Known) -> Iterator[Number]:
    helpers = {each.name: each for each in (known.coming, known.helping) if each}
    for helper in helpers.values():
        if helper.phone:
            yield Number(who=helper.name, number=helper.phone)
    if known.hub_phone:
        yield Number(who=f"{known.hub}: the team that plans with you how you leave hospital", number=known.hub_phone)
