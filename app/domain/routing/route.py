"""The rule: the address decides the council, the practice decides the ICB, and both lead to a hub or out of area.

Which hub and which contact is data of the system; who answers for whom is the national rule: the council of ordinary
residence (Care Act 2014, section 39), the ICB of the practice (NHS England, *Who pays?*).
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from app.domain.routing.answer import (
    Answer,
    Doubt,
    GoTo,
    Named,
    OutOfArea,
    Question,
    Routed,
    Unknown,
    Where,
    code_of,
)
from app.domain.routing.home import Circumstance, Home
from app.domain.routing.postcode import parts_of
from app.domain.routing.reference import Area, Council, Icb, PostcodeHome, Practice, Tables
from app.domain.routing.words import GO_TO, RING_THE_COUNCIL, RING_THE_ICB, ask, by_practice, differ
from app.domain.values import HubId

_Coded = TypeVar("_Coded", Practice, Council, Icb)
_NO_ADDRESS_HERE = {Circumstance.OVERSEAS, Circumstance.UNDER_18}
"""Whoever lives there belongs to none of our hubs, whatever the postcode."""


def route(home: Home, tables: Tables, on: date) -> Answer:
    """Where somebody of this home belongs on this date; `tables` holds at least what concerns the home."""
    if home.circumstance is None:
        return _by_tables(home, tables.on(on))
    words = GO_TO[home.circumstance]
    found = None if home.circumstance in _NO_ADDRESS_HERE else _by_tables(home, tables.on(on))
    where = None if isinstance(found, Unknown) else found
    assert not isinstance(where, GoTo)
    return GoTo(circumstance=home.circumstance, words=words, where=where)


def _by_tables(home: Home, tables: Tables) -> Answer:
    practice = _of_code(tables.practices, home.practice)
    address = _lies_in(tables, home.postcode)
    area = address or (_lies_in(tables, practice.postcode) if practice else None)
    if area is None and practice is None:
        return Unknown(questions=_not_found(home, address, practice) or (ask(Doubt.NOTHING_SAID),))
    where = _where(home, tables, practice, address, area)
    icb_of_home = _icb_of(tables, area) or (practice.icb if practice else None)
    hub = _hub(tables, where, icb_of_home)
    return Routed(where=where, hub_id=hub) if hub else _out_of_area(tables, where, icb_of_home)


def _where(
    home: Home, tables: Tables, practice: Practice | None, address: PostcodeHome | None, area: PostcodeHome | None
) -> Where:
    of_area = _icb_of(tables, area)
    icb = practice.icb if practice else of_area
    council = _named(tables.councils, area.council) if area else None
    named = _named(tables.practices, practice.code) if practice else None
    questions = list(_not_found(home, address, practice))
    if named and council and address is None:
        questions.append(by_practice(named, council))
    if named and council and address and icb and of_area and icb != of_area:
        questions.append(differ(named, _named(tables.icbs, icb), council, _named(tables.icbs, of_area)))
    return Where(
        council=council,
        icb=_named(tables.icbs, icb) if icb else None,
        practice=named,
        locality=area.locality if area else None,
        questions=tuple(questions),
    )


def _hub(tables: Tables, where: Where, icb_of_home: str | None) -> HubId | None:
    """The address goes before the practice, and a part before the whole. An ICB's hub is for those who live in it."""
    council = code_of(where.council)
    wanted: list[tuple[Area, str | None, str | None]] = []
    if where.locality:
        wanted.append((Area.COUNCIL, council, where.locality))
    wanted += [
        (Area.COUNCIL, council, None),
        (Area.PRACTICE, code_of(where.practice), None),
        (Area.ICB, icb_of_home, None),
    ]
    areas: dict[tuple[Area, str | None, str | None], HubId] = {
        (each.area, each.code, each.locality): each.hub_id for each in tables.hub_areas
    }
    return next((areas[each] for each in wanted if each in areas), None)


def _out_of_area(tables: Tables, where: Where, icb_of_home: str | None) -> OutOfArea:
    council = _of_code(tables.councils, code_of(where.council))
    icb = _of_code(tables.icbs, icb_of_home)
    kept = (council and council.contact) or (icb and icb.contact)
    if kept:
        return OutOfArea(where=where, contact=kept, by_default=False)
    default = RING_THE_COUNCIL if where.council else RING_THE_ICB
    named = where.council or where.icb
    assert named
    return OutOfArea(where=where, contact=default.format(name=named.name), by_default=True)


def _not_found(home: Home, address: PostcodeHome | None, practice: Practice | None) -> tuple[Question, ...]:
    doubts = []
    if home.unreadable:
        doubts.append(Doubt.POSTCODE_UNREADABLE)
    if home.postcode and address is None:
        doubts.append(Doubt.POSTCODE_NOT_FOUND)
    if home.practice and practice is None:
        doubts.append(Doubt.PRACTICE_NOT_FOUND)
    return tuple(map(ask, doubts))


def _lies_in(tables: Tables, postcode: str | None) -> PostcodeHome | None:
    parts = parts_of(postcode) if postcode else ()
    held = {each.postcode: each for each in tables.postcodes}
    return next((held[part] for part in parts if part in held), None)


def _icb_of(tables: Tables, area: PostcodeHome | None) -> str | None:
    if area is None or area.icb:
        return area.icb if area else None
    council = _of_code(tables.councils, area.council)
    return council.icb if council else None


def _of_code(entries: Sequence[_Coded], code: str | None) -> _Coded | None:
    return next((each for each in entries if each.code == code), None)


def _named(entries: Sequence[_Coded], code: str) -> Named:
    found = _of_code(entries, code)
    return Named(code=code, name=found.name if found else code)
