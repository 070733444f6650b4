"""When the example's organisations and services work, and whom their problems climb to. Everything is invented."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from app.domain.calendar import BankHolidays, Calendar, Hours, SetCalendar
from app.domain.decider import Command
from app.domain.ladder import Ladder, NameSeniorOfficer, Rung, SetLadder
from app.example.ids import SYSTEM, example_id
from app.example.places import COUNCIL, TRUST, organisation_id

_OFFICE = (Hours(opens=time(9), closes=time(17)),)
_DAY = (Hours(opens=time(7), closes=time(22)),)
_HOME = (Hours(opens=time(9), closes=time(17)),)

WEEKDAYS = Calendar(week=(_OFFICE,) * 5 + ((), ()), order_by=time(12))
EVERY_DAY = Calendar(week=(_DAY,) * 7, bank_holidays=BankHolidays.AS_USUAL)
CARE_HOME = Calendar(
    week=(_HOME,) * 6 + ((),), bank_holidays=BankHolidays.AS_SUNDAY, order_by=time(15), latest_arrival=time(16)
)

_CALENDARS = {
    organisation_id(COUNCIL): WEEKDAYS,
    organisation_id("ZZ84"): WEEKDAYS,
    example_id("service", "Northmoor Reablement"): EVERY_DAY,
    example_id("service", "Lapwing Home Care, Northmoor"): EVERY_DAY,
    example_id("service", "Therapy at Home"): WEEKDAYS,
    example_id("service", "Harrow Beck assessment beds"): CARE_HOME,
    example_id("service", "Harrow Beck nursing home"): CARE_HOME,
}
_LADDERS = {
    TRUST: ("Site coordinator", "Matron", "Head of site operations", "Executive on call"),
    COUNCIL: ("Duty social worker", "Team manager", "Head of adult social care", "Director on call"),
    "ZZ81": ("Duty therapist", "Service manager", "Head of community operations", "Executive on call"),
    "ZZ82": ("Duty coordinator", "Registered manager", "Operations manager", "Managing director"),
    "ZZ83": ("Nurse in charge", "Registered manager", "Operations manager", "Managing director"),
}


def practice_commands(common: dict[str, Any]) -> Iterator[Command]:
    """Its calendars, its ladders and its senior responsible officer."""
    for owner, calendar in _CALENDARS.items():
        yield SetCalendar(owner_id=owner, calendar=calendar, **common)
    for number, (code, roles) in enumerate(_LADDERS.items()):
        rungs = [Rung(role=role, phone=f"01632 9602{number}{level}") for level, role in enumerate(roles, start=1)]
        duty, team_lead, operational_head, executive = rungs
        ladder = Ladder(duty=duty, team_lead=team_lead, operational_head=operational_head, executive=executive)
        yield SetLadder(organisation_id=organisation_id(code), ladder=ladder, **common)
    officer = Rung(role="Chief operating officer of the care board", phone="01632 960299")
    yield NameSeniorOfficer(system_id=SYSTEM, officer=officer, **common)
