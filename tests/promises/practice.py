"""What may be told of calendars, ladders, local lists and files brought in, at random."""

from datetime import time
from uuid import UUID

from app.domain.calendar import BankHolidays, Calendar, Hours, SetCalendar
from app.domain.decider import Command
from app.domain.importing import ImportSystem
from app.domain.ladder import Ladder, NameSeniorOfficer, Rung, SetLadder
from app.domain.practice import PracticeKind, SetPractice
from app.domain.values import Role
from tests.promises.teller import Teller


def of_practice(teller: Teller) -> Command:
    """Somebody works other hours, another answers, a list has other lines, or a file was brought in."""
    place, chance = teller.place, teller.chance
    owner = teller.one_of([place.trust, UUID(int=chance.randint(1, 5))])
    holder = teller.one_of([None, place.staff[Role.MANAGER]])
    duty = Rung(role="Duty", phone=f"01632 96000{chance.randint(0, 3)}", staff_id=holder)
    ladder = Ladder(duty=duty, team_lead=duty, operational_head=duty, executive=duty)
    phrases = tuple({"code": f"c{n}", "words": f"Phrase {n}"} for n in range(chance.randint(0, 2)))
    changes: list[Command] = [
        SetCalendar(owner_id=owner, calendar=_calendar(teller), **teller.said()),
        SetLadder(organisation_id=place.trust, ladder=ladder, **teller.said()),
        NameSeniorOfficer(system_id=place.system, officer=duty, **teller.said()),
        SetPractice(practice=PracticeKind.QUICK_PHRASES, lines=phrases, **teller.said()),
        ImportSystem(import_id=UUID(int=chance.randint(1, 3)), changes=chance.randint(0, 2), **teller.said()),
    ]
    return teller.dealt("practice", changes)


def _calendar(teller: Teller) -> Calendar:
    day = (Hours(opens=time(teller.chance.randint(6, 9)), closes=time(17)),)
    until = teller.one_of([None, time(16)])
    return Calendar(week=(day,) * 5 + ((), ()), bank_holidays=teller.one_of([*BankHolidays]), latest_arrival=until)
