"""A message about several people or stays has a subject for each, and none is lost."""

import pytest

from app.intake.adt.subjects import Subject
from app.intake.adt.understood import Understood
from tests.intake.adt.messages import MSH, NHS_NUMBER, adt, codes, refused, segment, understood


def told(trigger: str, *segments: str) -> Understood:
    header = MSH.replace("ADT^A01", f"ADT^{trigger}")
    return understood(adt(msh=header, evn="", pid="", pv1="", more="\r".join(segments)))


def pid(number: str) -> str:
    return segment("PID", f3=f"{number}^^^RXX^MR")


def number(subject: Subject) -> str:
    assert subject.patient.identifiers.hospital_number
    return subject.patient.identifiers.hospital_number.value


def test_a_swap_tells_of_two_people_and_where_each_is_now() -> None:
    reading = told(
        "A17", pid("H1"), segment("PV1", f3="ELM^^1", f19="V1"), pid("H2"), segment("PV1", f3="OAK^^2", f19="V2")
    )
    assert [(number(one), one.visit and one.visit.number) for one in reading.subjects] == [("H1", "V1"), ("H2", "V2")]
    assert [one.visit.place.raw for one in reading.subjects if one.visit and one.visit.place] == ["ELM^^1", "OAK^^2"]
    assert not reading.warnings


def test_the_first_subject_is_the_messages_own() -> None:
    reading = told("A17", pid("H1"), segment("PV1", f19="V1"), pid("H2"), segment("PV1", f19="V2"))
    first = reading.subjects[0]
    assert (reading.patient, reading.visit, reading.merged, reading.medically_fit) == (
        first.patient,
        first.visit,
        first.merged,
        first.medically_fit,
    )


def test_several_merges_in_one_message_each_keep_their_own_numbers() -> None:
    reading = told("A40", pid("H1"), "MRG|H8^^^RXX^MR", pid("H2"), "MRG|H9^^^RXX^MR")
    merged = [[one.identifiers.every[0].value for one in subject.merged] for subject in reading.subjects]
    assert [number(one) for one in reading.subjects] == ["H1", "H2"]
    assert merged == [["H8"], ["H9"]]


def test_two_numbers_merged_into_one_person_are_one_subject() -> None:
    reading = told("A40", pid("H1"), "MRG|H8^^^RXX^MR", "MRG|H9^^^RXX^MR")
    assert len(reading.subjects) == 1
    assert [one.identifiers.every[0].value for one in reading.merged] == ["H8", "H9"]


def test_several_visits_moved_to_one_person_are_a_subject_each() -> None:
    reading = told("A45", pid("H1"), "MRG|H8||||V8", segment("PV1", f19="V1"), "MRG|H8||||V9", segment("PV1", f19="V2"))
    assert [number(one) for one in reading.subjects] == ["H1", "H1"]
    assert [(one.merged[0].prior_visit_number, one.merged[0].visit_number) for one in reading.subjects] == [
        ("V8", "V1"),
        ("V9", "V2"),
    ]


def test_a_merge_written_after_the_visit_is_still_of_the_same_subject() -> None:
    reading = told("A18", pid("H1"), segment("PV1", f19="V1"), "MRG|H8")
    assert len(reading.subjects) == 1
    assert reading.visit
    assert reading.merged


def test_a_visit_written_before_its_only_person_is_theirs() -> None:
    reading = told("A01", segment("PV1", f19="V1"), pid("H1"))
    assert reading.visit
    assert reading.visit.number == "V1"


def test_somebody_without_a_number_among_others_is_doubted_and_not_lost() -> None:
    reading = told("A17", "PID|1", segment("PV1", f19="V1"), segment("PID", f3=f"{NHS_NUMBER}^^^NHS"))
    assert [bool(one.patient.identifiers.every) for one in reading.subjects] == [False, True]
    assert codes(reading) == {"subject-without-identifier"}


def test_only_where_nobody_has_a_number_is_the_message_refused() -> None:
    assert refused(adt(pid="", pv1="", more="PID|1\rPID|2")).code == "no-patient-identifier"


@pytest.mark.parametrize(("people", "taken"), [(100, True), (101, False)])
def test_a_crowd_is_refused_rather_than_read_in_part(people: int, taken: bool) -> None:
    raw = adt(pid="", pv1="", more="\r".join(pid(f"H{number}") for number in range(people)))
    if taken:
        assert len(understood(raw).subjects) == people
    else:
        assert refused(raw).code == "too-many-people"
