"""Why a row of a list cannot be brought in, and what of a row is left out: the words that stand beside it."""

from enum import StrEnum

from app.domain.rejections import Rejection


class NameMissing(Rejection):
    """This row has no family and given name. The family name alone is enough beside an NHS or hospital number."""


class BirthDateUnreadable(Rejection):
    """The birth date is not a day in the past. Write it like 3/11/1941, or leave it out."""


class CellTooLong(Rejection):
    """A name, a number or the bed is longer than 200 characters, so this row was cut wrongly. Check its columns."""


class WardMissing(Rejection):
    """The row names no ward, and none was chosen for the whole list. Choose one."""


class WardNotMatched(Rejection):
    """Nobody has said yet which ward here this row's ward is. Choose it beside the ward's name in your list."""


class NotYourWard(Rejection):
    """This is not one of your wards. Somebody of that ward, or a manager, can bring this row in."""


class BedMissing(Rejection):
    """The row names no bed. Write the bed, or the place where the person is."""


class AdmissionMissing(Rejection):
    """The row does not say when the person was admitted, and every count of days begins there. Add the date."""


class AdmissionUnreadable(Rejection):
    """The date or time of admission cannot be read. Write it like 3/11/2026 14:30, or 3/11/2026."""


class AdmissionAhead(Rejection):
    """The admission lies ahead. Only somebody who is in a bed can be brought in."""


class SameNameHere(Rejection):
    """Somebody of this name is in a bed here, and nothing tells whether it is the same person. Add a birth date."""


class OnListTwice(Rejection):
    """The same person stands higher up in this list too. That row was taken; remove one of the two."""


class NotInHospital(Rejection):
    """This person is in no bed here. Admit them, or bring in their ward's list, before the hub's."""


class HubMissing(Rejection):
    """Nobody has said whose cases these are. Choose the hub of this list."""


class Note(StrEnum):
    """What of a row is brought in otherwise than it stands there, or not at all; its words are in `WORDS`."""

    TIME_UNKNOWN = "time_unknown"
    READY_PROPOSED = "ready_proposed"
    READY_UNREADABLE = "ready_unreadable"
    READY_WITHOUT_DATE = "ready_without_date"
    EXPECTED_DISCHARGE_UNREADABLE = "expected_discharge_unreadable"
    REFERRED_UNREADABLE = "referred_unreadable"
    MANAGER_NOT_MATCHED = "manager_not_matched"
    PATHWAY_NEEDS_MANAGER = "pathway_needs_manager"
    PATHWAY_NEEDS_WHY = "pathway_needs_why"
    PATHWAY_UNREADABLE = "pathway_unreadable"
    CASE_STAYS = "case_stays"


WORDS = {
    Note.TIME_UNKNOWN: "No time of admission: the day counts from its beginning.",
    Note.READY_PROPOSED: "Ready since is shown as a proposal, until a ward clinician reviews the criteria.",
    Note.READY_UNREADABLE: "Ready since is no day between admission and now, so it is left out.",
    Note.READY_WITHOUT_DATE: "It does not say since when the criteria are no longer met, so that is left out.",
    Note.EXPECTED_DISCHARGE_UNREADABLE: "The expected discharge is not a date, so it is left out.",
    Note.REFERRED_UNREADABLE: "The day of referral cannot be read, so it counts from now.",
    Note.MANAGER_NOT_MATCHED: "No case manager of this hub is chosen for this row: it waits for triage.",
    Note.PATHWAY_NEEDS_MANAGER: "A pathway is decided once there is a case manager, so it is left out.",
    Note.PATHWAY_NEEDS_WHY: "A bed needs its why-not-home, so the pathway is left out. Decide it on the case.",
    Note.PATHWAY_UNREADABLE: "The pathway is none of P0 to P3, so it is left out.",
    Note.CASE_STAYS: "The person has a live case here. It stays as it is.",
}
