"""What waits for a screen: only what it watches and may see, each row once, the newest."""

from uuid import UUID

from app.domain.values import SystemId
from app.events.screen import Screen, Seen

ASH, BIRCH = "ash", "birch"


def a_screen(*, sees: bool = True) -> Screen:
    return Screen(SystemId(UUID(int=1)), {"spell": frozenset({ASH}), "place": frozenset({"*"})}, lambda _: sees)


def row(kind: str = "spell", scope: str = ASH, n: int = 1, position: int = 1) -> Seen:
    return Seen(kind, scope, UUID(int=n), position, f"{kind} {scope} {n} at {position}")


def taken(screen: Screen) -> list[str]:
    return [row.text for row in screen.take()]


def test_a_screen_gets_what_it_watches() -> None:
    screen = a_screen()
    screen.offer([row(), row(scope=BIRCH), row("place", "anywhere"), row("case")], 4)
    assert taken(screen) == ["spell ash 1 at 1", "place anywhere 1 at 1"]
    assert screen.position == 4


def test_a_screen_gets_nothing_that_it_may_not_see() -> None:
    screen = a_screen(sees=False)
    screen.offer([row(), row("place")], 2)
    assert (taken(screen), screen.ready.is_set(), screen.position) == ([], False, 2)


def test_a_slow_screen_holds_each_row_once_and_the_newest_wins_in_any_order() -> None:
    screen = a_screen()
    for position in (3, 1, 2):
        screen.offer([row(position=position), row(n=2, position=position)], position)
    assert taken(screen) == ["spell ash 1 at 3", "spell ash 2 at 3"]
    assert screen.position == 3


def test_what_was_taken_is_not_given_again() -> None:
    screen = a_screen()
    screen.offer([row()], 1)
    assert screen.ready.is_set()
    screen.take()
    assert (taken(screen), screen.ready.is_set()) == ([], False)


def test_a_screen_whose_rows_were_built_anew_is_woken_to_be_told() -> None:
    screen = a_screen()
    screen.end()
    assert (screen.over, screen.ready.is_set()) == (True, True)
