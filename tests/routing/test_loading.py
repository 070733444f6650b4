"""A file is loaded whole or not at all, again changes nothing, and every fault of it is told by line."""

from dataclasses import replace

import pytest

from app.domain.values import SystemId
from app.routing.entries import ReferenceFaulty
from app.routing.held import held
from app.routing.kinds import ReferenceKind
from tests.facts import Installation, an_empty_system
from tests.routing.files import (
    COUNCILS,
    FILES,
    HUB_AREAS,
    POSTCODES,
    TODAY,
    all_loaded,
    loaded,
    previewed,
)

HEADINGS = "postcode,council,locality,legal_start_date,legal_end_date\n"


async def faults_of(place: Installation, kind: ReferenceKind, text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(ReferenceFaulty) as refused:
        await loaded(place, kind, text)
    assert all(each.words for each in refused.value.faults)
    return [(each.line, each.column, each.code.value) for each in refused.value.faults]


async def counts(place: Installation, system: SystemId | None = None) -> dict[str, tuple[int, int]]:
    async with place.database.reads.acquire() as connection:
        return {
            each.kind: (each.holding, each.entries) for each in await held(connection, system or place.system, TODAY)
        }


async def test_every_kind_is_loaded_in_its_order_and_again_changes_nothing(place: Installation) -> None:
    for kind, text in FILES.items():
        first = await loaded(place, kind, text)
        assert (first.added, first.changed, first.ended, first.unchanged) == (text.count("\n") - 1, 0, 0, 0)
        again = await loaded(place, kind, text)
        assert (again.added, again.changed, again.ended, again.unchanged) == (0, 0, 0, first.added)
        assert again.changes == []
    assert await counts(place) == {
        "icbs": (2, 2), "councils": (3, 3), "practices": (1, 1), "postcodes": (3, 3), "hub-areas": (1, 1)
    }  # fmt: skip


async def test_a_preview_says_what_a_load_would_change_and_changes_nothing(place: Installation) -> None:
    await all_loaded(place)
    newer = HEADINGS + (
        "ZZ97,ZZ80,South,2020-04-01,2026-03-31\n"  # ends
        "ZZ97,ZZ85,,2026-04-01,\n"  # goes to another council
        "ZZ97 1,ZZ80,Far north,2020-04-01,\n"  # is renamed
    )
    would = await previewed(place, ReferenceKind.POSTCODES, newer)
    assert (would.added, would.changed, would.ended, would.unchanged, would.left_out) == (1, 1, 1, 0, 1)
    assert would.changes == [
        "ended: ZZ97 from 2020-04-01: last day 2026-03-31",
        "added: ZZ97 from 2026-04-01: council ZZ85",
        "changed: ZZ97 1 from 2020-04-01: locality North → Far north",
    ]
    assert await previewed(place, ReferenceKind.POSTCODES, newer) == would
    assert await loaded(place, ReferenceKind.POSTCODES, newer) == would
    assert (await counts(place))["postcodes"] == (3, 4)


async def test_an_entry_is_taken_back_by_an_end_before_it_begins(place: Installation) -> None:
    await all_loaded(place)
    back = HEADINGS + "ZZ97 1,ZZ80,North,2020-04-01,2020-03-31\nZZ97 1,ZZ85,,2020-03-01,\n"
    came = await loaded(place, ReferenceKind.POSTCODES, back)
    assert (came.added, came.ended) == (1, 1)
    assert came.changes[0] == "ended: ZZ97 1 from 2020-04-01: taken back"
    assert (await counts(place))["postcodes"] == (3, 4)


async def test_the_last_load_that_changed_anything_is_told(place: Installation) -> None:
    await all_loaded(place)
    async with place.database.reads.acquire() as connection:
        [councils] = [each for each in await held(connection, place.system, TODAY) if each.kind == "councils"]
    assert councils.last is not None
    assert (councils.last.added, councils.last.staff_id) == (3, None)
    await loaded(place, ReferenceKind.COUNCILS, COUNCILS)
    async with place.database.reads.acquire() as connection:
        assert councils in await held(connection, place.system, TODAY)


async def test_each_system_has_tables_of_its_own(place: Installation) -> None:
    await all_loaded(place)
    empty = await an_empty_system(place.database)
    assert set((await counts(place, empty)).values()) == {(0, 0)}
    other = replace(place, system=empty)
    assert (await faults_of(other, ReferenceKind.HUB_AREAS, HUB_AREAS)) == [
        (2, "hub", "hub-unknown"),
    ]


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ("ZZ97 2,ZZ80,,2020-04-31,\n", [(2, "legal_start_date", "not-a-date")]),
        ("ZZ97 2,ZZ80,,,\n", [(2, "legal_start_date", "cell-empty")]),
        ("ZZ97 2,ZZ80,,2020-04-01,2020-03-30\n", [(2, "legal_end_date", "end-before-start")]),
        ("97,ZZ80,,2020-04-01,\n", [(2, "postcode", "not-a-postcode")]),
        ("ZZ97 2,,,2020-04-01,\n", [(2, "council", "cell-empty")]),
        ("ZZ97 2,Moor Council,,2020-04-01,\n", [(2, "council", "not-a-code")]),
        ("ZZ97 2,ZZ99,,2020-04-01,\n", [(2, "council", "not-loaded")]),
        ("ZZ97 2,ZZ80,North,2020-04-01,2020-04-02,East\n", [(2, "", "too-many-cells")]),
        (f"ZZ97 2,ZZ80,{'x' * 201},2020-04-01,\n", [(2, "locality", "cell-too-long")]),
        ("ZZ97 2,ZZ80,,2020-04-01,\n\nzz97 2,ZZ85,,2021-04-01,\n", [(4, "", "overlap")]),
        ("ZZ97 2,ZZ80,,2020-04-01,\nZZ97 2,ZZ80,,2020-04-01,\n", [(3, "", "overlap")]),
        ("ZZ97 1,ZZ85,,2026-04-01,\n", [(2, "", "overlap")]),
        ("ZZ97 1,ZZ85,,2019-04-01,2020-04-01\n", [(2, "", "overlap")]),
        ('"ZZ97 2\n",ZZ80,,2020-04-01,\n97,ZZ80,,2020-04-01,\n', [(4, "postcode", "not-a-postcode")]),
        ('ZZ97 2,ZZ80,"North,2020-04-01,\n', [(2, "", "unreadable")]),
        ("ZZ97 2,ZZ80,\x00,2020-04-01,\n", [(2, "", "unreadable")]),
    ],
)  # fmt: skip
async def test_each_fault_is_told_by_line_and_column_and_nothing_is_loaded(
    place: Installation, lines: str, faults: list[tuple[int, str, str]]
) -> None:
    await all_loaded(place)
    before = await counts(place)
    good = "ZZ97 5,ZZ80,,2020-04-01,\n"
    assert await faults_of(place, ReferenceKind.POSTCODES, HEADINGS + lines.removesuffix("\n") + "\n" + good) == faults
    assert await counts(place) == before


async def test_all_faults_of_a_file_are_told_at_once(place: Installation) -> None:
    await all_loaded(place)
    wrong = HEADINGS + "97,Moor Council,,2020,\nZZ97 2,ZZ99,,2020-04-01,\nZZ97 1,ZZ80,,2026-01-01,\n"
    assert await faults_of(place, ReferenceKind.POSTCODES, wrong) == [
        (2, "council", "not-a-code"),
        (2, "legal_start_date", "not-a-date"),
        (2, "postcode", "not-a-postcode"),
        (3, "council", "not-loaded"),
        (4, "", "overlap"),
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(1, "", "empty-file")]),
        (" \n,,\n", [(1, "", "empty-file")]),
        ("postcode,council\n", [(1, "legal_start_date", "heading-missing")]),
        (POSTCODES.replace("Locality", "Place"), [(1, "place", "heading-unknown")]),
        (POSTCODES.replace("Locality", "Council"), [(1, "council", "heading-unknown")]),
    ],
)
async def test_a_file_of_other_headings_is_refused(
    place: Installation, text: str, faults: list[tuple[int, str, str]]
) -> None:
    assert await faults_of(place, ReferenceKind.POSTCODES, text) == faults


@pytest.mark.parametrize(
    ("line", "faults"),
    [
        ("ward,ZZ80,,Northmoor hub,2020-04-01", [(2, "area", "not-an-area")]),
        ("council,ZZ99,,Northmoor hub,2020-04-01", [(2, "code", "not-loaded")]),
        ("practice,ZZ7001,North,Northmoor hub,2020-04-01", [(2, "locality", "locality-without-council")]),
        ("icb,ZZ70,,Southmoor hub,2020-04-01", [(2, "hub", "hub-unknown")]),
    ],
)
async def test_a_hubs_area_must_be_one_that_is_known(
    place: Installation, line: str, faults: list[tuple[int, str, str]]
) -> None:
    await all_loaded(place)
    text = f"{HUB_AREAS.splitlines()[0]}\n{line}\n"
    assert await faults_of(place, ReferenceKind.HUB_AREAS, text) == faults


async def test_a_hub_is_named_by_name_in_any_case_or_by_its_id(place: Installation) -> None:
    await all_loaded(place)
    for called in (str(place.hub), "NORTHMOOR HUB"):
        again = await loaded(place, ReferenceKind.HUB_AREAS, HUB_AREAS.replace("Northmoor hub", called))
        assert (again.unchanged, again.changed) == (1, 0)
    icb = await previewed(
        place, ReferenceKind.HUB_AREAS, f"{HUB_AREAS.splitlines()[0]}\nicb,ZZ70,,{place.hub},20200401\n"
    )
    assert icb.changes == ["added: icb ZZ70 from 2020-04-01: hub Northmoor hub"]
