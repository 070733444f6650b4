"""Whom the example asks for, so that one leaving moves two others."""

from typing import Any

from app.example.chain import threes


def a_case(name: str, **differing: Any) -> dict[str, Any]:
    """A row as the board gets it: on pathway 1, and nobody is asked yet."""
    return {"id": name, "stage": "planning", "pathway_given": "P1", "leave_at": None, "service_id": None} | differing


def in_service(name: str, service: str, **differing: Any) -> dict[str, Any]:
    return a_case(name, stage="in_service", service_id=service, **differing)


def named(*cases: dict[str, Any]) -> list[str]:
    return ["".join(each["id"] for each in three) for three in threes(cases)]


def test_two_in_two_services_and_one_who_waits_make_three_either_way() -> None:
    ada, ben, cai = in_service("A", "Curlew"), in_service("B", "Lapwing"), a_case("C")
    assert named(ada, ben, cai) == ["ABC", "BAC"]


def test_nobody_goes_to_where_they_are_nor_to_what_is_of_another_pathway() -> None:
    ada, cai = in_service("A", "Curlew"), a_case("C")
    assert named(ada, in_service("B", "Curlew"), cai) == []
    assert named(ada, in_service("B", "Lodge", pathway_given="P2"), cai) == []
    assert named(ada, in_service("B", "Lapwing"), a_case("C", pathway_given="P2")) == []
    assert named(ada, in_service("B", "Lapwing"), a_case("C", pathway_given="P0")) == []
