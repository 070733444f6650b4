"""One row of a list, understood by its mapping: who, where, since when; and what is wrong with it, if anything."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.case.form import Need
from app.domain.codes.pathways import Pathway
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.values import StaffId, WardId
from app.intake.by_hand import NhsNumberWrong
from app.intake.lists.cells import Row
from app.intake.lists.dates import birth_date, moment, within
from app.intake.lists.fields import Field, plain
from app.intake.lists.headings import asks_whether_ready
from app.intake.lists.mapping import Mapping
from app.intake.lists.names import family_and_given
from app.intake.lists.reasons import BirthDateUnreadable, CellTooLong, NameMissing, Note
from app.intake.lists.values import is_empty_bed, needs_of, no_longer_meets, pathway_of, sex_of, stage_of
from app.people.details import BY_HAND, Details, HospitalNumber
from app.people.nhs_number import verified_nhs_number

LONGEST_CELL, LONGEST_WORDS = 200, 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one row says. `wrong` is why it can be used for nothing; `nobody` says that it is about no one.

    `admitted_at` is None when it is not said, `admission_unreadable` tells when it is said and cannot be read.
    """

    number: int
    name: str = ""
    details: Details = field(default_factory=Details)
    wrong: type[Rejection] | None = None
    nobody: bool = False
    ward_said: str = ""
    ward_id: WardId | None = None
    bed: str = ""
    admitted_at: datetime | None = None
    admission_unreadable: bool = False
    ready_since: datetime | None = None
    expected_discharge: date | None = None
    referred_at: datetime | None = None
    manager: StaffId | None = None
    pathway: Pathway | None = None
    stage: str | None = None
    words: str = ""
    needs: frozenset[Need] = frozenset()
    notes: frozenset[Note] = frozenset()


def read_lines(rows: list[Row], mapping: Mapping, now: datetime) -> Iterator[Line]:
    """The rows below the headings, each understood; nothing that they hold raises."""
    headings = dict(zip(mapping.columns, mapping.headings(rows), strict=False))
    flipped = asks_whether_ready(headings.get(Field.CRITERIA, ""))
    for row in mapping.body(rows):
        yield _Reader(row, mapping, now).line(flipped=flipped)


@dataclass(slots=True)
class _Reader:
    row: Row
    mapping: Mapping
    now: datetime
    notes: set[Note] = field(default_factory=set)

    def line(self, *, flipped: bool) -> Line:
        family, given = self._names()
        nhs, hospital = self._cell(Field.NHS_NUMBER), self._cell(Field.HOSPITAL_NUMBER)
        name = ", ".join(part for part in (family.upper(), given) if part)
        if not nhs and not hospital and is_empty_bed(family):
            return Line(number=self.row.number, name=name, bed=self._cell(Field.BED), nobody=True)
        ward_said, admitted, pathway = self._cell(Field.WARD), self._admitted(), self._cell(Field.PATHWAY)
        if pathway and pathway_of(pathway) is None:
            self.notes.add(Note.PATHWAY_UNREADABLE)
        if admitted and not admitted[1]:
            self.notes.add(Note.TIME_UNKNOWN)
        words = self._cell(Field.NOTES)
        ready = self._ready(admitted[0] if admitted else None, flipped=flipped)
        expected, referred = self._expected_discharge(), self._referred()
        return Line(
            number=self.row.number,
            name=name,
            details=self._details(family, given, nhs, hospital),
            wrong=self._wrong(family, given, nhs, hospital),
            ward_said=ward_said,
            ward_id=self._ward(ward_said),
            bed=self._cell(Field.BED),
            admitted_at=admitted[0] if admitted else None,
            admission_unreadable=admitted is None and bool(self._cell(Field.ADMITTED)),
            ready_since=ready,
            expected_discharge=expected,
            referred_at=referred,
            manager=self._manager(),
            pathway=pathway_of(pathway),
            stage=stage_of(self._cell(Field.STAGE)),
            words=words[:LONGEST_WORDS],
            needs=needs_of(words),
            notes=frozenset(self.notes),
        )

    def _cell(self, field: Field) -> str:
        return self.mapping.cell(self.row, field)

    def _names(self) -> tuple[str, str]:
        family, given = family_and_given(self._cell(Field.NAME))
        return self._cell(Field.FAMILY) or family, self._cell(Field.GIVEN) or given

    def _wrong(self, family: str, given: str, nhs: str, hospital: str) -> type[Rejection] | None:
        if not family or not (given or nhs or hospital):
            return NameMissing
        if nhs and not verified_nhs_number(nhs):
            return NhsNumberWrong
        if self._cell(Field.BIRTH_DATE) and not self._born():
            return BirthDateUnreadable
        long = max(len(each) for each in (family, given, hospital, self._cell(Field.BED)))
        return CellTooLong if long > LONGEST_CELL else None

    def _details(self, family: str, given: str, nhs: str, hospital: str) -> Details:
        number = verified_nhs_number(nhs)
        return Details(
            family=family or None,
            given=given or None,
            birth_date=self._born(),
            sex=sex_of(self._cell(Field.SEX)),
            nhs_number=number,
            nhs_number_checked=number is not None,
            hospital_numbers=(HospitalNumber(authority=BY_HAND, value=hospital),) if hospital else (),
        )

    def _born(self) -> date | None:
        return birth_date(self._cell(Field.BIRTH_DATE), self.now)

    def _ward(self, said: str) -> WardId | None:
        found = self.mapping.wards.get(plain(said)) if said else self.mapping.ward_id
        return WardId(found) if found else None

    def _admitted(self) -> tuple[datetime, bool] | None:
        return moment(self._cell(Field.ADMITTED), self._cell(Field.ADMITTED_TIME), self.now)

    def _ready(self, admitted: datetime | None, *, flipped: bool) -> datetime | None:
        """Some moment of the day given, within the stay; None too when the criteria are said to be met."""
        cell = self._cell(Field.READY_SINCE)
        no_longer = no_longer_meets(self._cell(Field.CRITERIA), asks_whether_ready=flipped)
        if no_longer is False or not (cell or no_longer):
            return None
        if not cell:
            self.notes.add(Note.READY_WITHOUT_DATE)
            return None
        found = moment(cell, "", self.now)
        inside = within(found[0], admitted, self.now) if found and admitted and admitted <= self.now else None
        if inside is None:
            self.notes.add(Note.READY_UNREADABLE)
        return inside

    def _expected_discharge(self) -> date | None:
        cell = self._cell(Field.EXPECTED_DISCHARGE)
        found = moment(cell, "", self.now)
        if cell and not found:
            self.notes.add(Note.EXPECTED_DISCHARGE_UNREADABLE)
        return local_date(found[0]) if found else None

    def _referred(self) -> datetime | None:
        cell = self._cell(Field.REFERRED)
        found = moment(cell, "", self.now)
        if cell and not (found and found[0] <= self.now):
            self.notes.add(Note.REFERRED_UNREADABLE)
            return None
        return found[0] if found else None

    def _manager(self) -> StaffId | None:
        said = self._cell(Field.CASE_MANAGER)
        found = self.mapping.managers.get(plain(said)) if said else None
        return StaffId(found) if found else None
