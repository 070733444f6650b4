"""The first guess of how a list is read; most lists need no other."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.values import HubId, SiteId, StaffId, WardId
from app.intake.lists.cells import Row, read_rows
from app.intake.lists.fields import Field, ListKind
from app.intake.lists.guessing import guessed, said
from app.intake.lists.known import Hub, Known, Manager, Ward
from app.intake.lists.line import Line, read_lines
from app.intake.lists.mapping import Mapping

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
ASH, BIRCH, HUB = WardId(uuid4()), WardId(uuid4()), HubId(uuid4())
PRIYA, SAM = StaffId(uuid4()), StaffId(uuid4())
KNOWN = Known(
    wards=(
        Ward(id=ASH, code="A1", name="Ash ward", site="Northmoor Royal"),
        Ward(id=BIRCH, code="B2", name="Birch", site="Northmoor Royal"),
    ),
    hubs=(Hub(id=HUB, name="Northmoor hub"),),
    managers=(Manager(id=PRIYA, name="Priya Shah", hub_id=HUB), Manager(id=SAM, name="Sam Bell", hub_id=HUB)),
)


def guess(text: str, kind: ListKind = ListKind.WARD_LIST, ward: UUID | None = None) -> Mapping:
    return guessed(read_rows(text), kind, KNOWN, NOW, ward=ward, hub=None)


def lines(text: str, kind: ListKind = ListKind.WARD_LIST) -> list[Line]:
    return list(read_lines(read_rows(text), guess(text, kind), NOW))


def test_headings_say_what_stands_below_them() -> None:
    found = guess("Bed,Patient Name,D.O.B.,NHS No,Hosp. No,Date admitted,Ready since,EDD,Consultant\n1,,,,,,,,\n")
    assert found.heading_row == 1
    assert found.columns == (
        *(Field.BED, Field.NAME, Field.BIRTH_DATE, Field.NHS_NUMBER, Field.HOSPITAL_NUMBER),
        *(Field.ADMITTED, Field.READY_SINCE, Field.EXPECTED_DISCHARGE, None),
    )


def test_a_title_above_the_headings_is_passed_over() -> None:
    assert guess("Ash ward, 22 November\n\nBed,Surname,Forename\n1,Smith,Ada\n").heading_row == 3


def test_without_headings_the_cells_say_what_they_are() -> None:
    found = guess("SMITH, Ada\t2/3/1941\t999 000 0018\tAsh\t3/11/26\nBELL, Jo\t9/3/38\t999 000 0026\tBirch\t1/11/26\n")
    assert found.heading_row is None
    assert found.columns == (Field.NAME, Field.BIRTH_DATE, Field.NHS_NUMBER, Field.WARD, Field.ADMITTED)


def test_wards_are_known_by_code_or_name_and_the_others_are_left_to_be_said() -> None:
    text = "Bed,Name,Ward\n1,a,A1\n2,b,ASH\n3,c,birch ward\n4,d,Cedar\n"
    assert guess(text).wards == {"a1": ASH, "ash": ASH, "birchward": BIRCH}
    assert said(guess(text), read_rows(text), Field.WARD) == {"A1": 1, "ASH": 1, "birch ward": 1, "Cedar": 1}


def test_case_managers_are_known_by_name_either_way_round_or_by_initials() -> None:
    text = 'Name,Pathway,Case manager\na,P1,Priya\nb,P1,PS\nc,P2,"Bell, Sam"\nd,P1,Nobody\n'
    assert guess(text, ListKind.CASEBOARD).managers == {"priya": PRIYA, "ps": PRIYA, "bellsam": SAM}


def test_the_only_ward_of_who_brings_the_list_is_the_lists_ward() -> None:
    assert guess("Bed,Name\n1,a\n", ward=ASH).ward_id == ASH


def test_a_row_is_understood() -> None:
    [line] = lines(
        "Bed,Name,DOB,Sex,NHS,Ward,Admitted,MFFD,Ready since,EDD\n"
        '4,"Mrs SMITH, Ada",2/3/41,F,999 000 0018,Ash,20/11/26 18:05,Y,21/11/26,24/11/26\n'
    )
    details = line.details
    assert (details.family, details.given, details.sex, details.nhs_number) == ("SMITH", "Ada", "F", "9990000018")
    assert (line.number, line.ward_id, line.bed, line.wrong, set(line.notes)) == (2, ASH, "4", None, set())
    assert line.admitted_at == datetime(2026, 11, 20, 18, 5, tzinfo=UTC)
    assert line.ready_since == datetime(2026, 11, 21, tzinfo=UTC)


def test_who_meets_the_criteria_is_not_ready_whatever_date_stands_there() -> None:
    text = "Name,Admitted,{},Ready since\nSMITH Ada,20/11/26,{},21/11/26\n"
    ready = {(heading, said): lines(text.format(heading, said))[0].ready_since is not None for heading, said in CASES}
    assert ready == CASES


CASES = {("CTR", "Y"): False, ("CTR", "N"): True, ("MFFD", "Y"): True, ("MFFD", "N"): False, ("CTR", "NCTR"): True}


def test_an_empty_bed_is_about_nobody() -> None:
    assert [line.nobody for line in lines('Bed,Name\n1,EMPTY\n2,\n3,"SMITH, Ada"\n')] == [True, True, False]


def test_names_come_in_every_order() -> None:
    names = ["SMITH, Ada", "Ada SMITH", "Mrs Ada Smith", "Smith,Ada", "VAN DYK, Ada Rose", "O'NEIL Bo"]
    text = "Bed\tName\n" + "".join(f"1\t{name}\n" for name in names)
    assert [(line.details.family, line.details.given) for line in lines(text)] == [
        ("SMITH", "Ada"),
        ("SMITH", "Ada"),
        ("Smith", "Ada"),
        ("Smith", "Ada"),
        ("VAN DYK", "Ada Rose"),
        ("O'NEIL", "Bo"),
    ]


FIELDS = st.lists(st.sampled_from([*Field, None]), max_size=6, unique=True).map(tuple)
ROWS = st.lists(st.lists(st.text(max_size=20), min_size=6, max_size=6).map(tuple), min_size=1, max_size=4)


@for_all(FIELDS, ROWS, st.sampled_from(ListKind))
def test_no_cell_raises_whatever_its_column_is_said_to_be(
    columns: tuple[Field | None, ...], cells: list[tuple[str, ...]], kind: ListKind
) -> None:
    rows = [Row(number, row) for number, row in enumerate(cells, start=1)]
    mapping = Mapping(columns=columns, wards={"x": SiteId(uuid4())})
    assert len(list(read_lines(rows, mapping, NOW))) == len(rows)
    guessed(rows, kind, KNOWN, NOW, ward=None, hub=None)
