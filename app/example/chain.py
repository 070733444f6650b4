"""The example's chain: one leaves a service, a second goes there from another one, and a third from hospital."""

from collections.abc import Iterable, Iterator
from itertools import permutations

from app.domain.case.requests.state import EndedBecause, OfferState
from app.domain.codes.pathways import Pathway
from app.example.desk import Desk, Row
from app.example.flow import Step, step_of
from app.example.hub import Hub
from app.example.search import Search


class Chain:
    """`board` may see who could go when, `hub` has the desks at which is asked, `search` asks."""

    def __init__(self, board: Desk, hub: Hub, search: Search) -> None:
        self._board = board
        self._hub = hub
        self._search = search

    async def go_on(self, cases: list[Row]) -> bool:
        """Where there is none, and three fit: ask for the second and the third. False where nobody was asked."""
        known = await self._board.read("/api/v1/exit-chain")
        if known is None or any(move["link"] > 1 for move in known["moves"]):
            return False
        for leaves, goes, follows in threes(cases):
            first, second = await self._needs(leaves, goes), await self._needs(goes, follows)
            if first and second:
                asked = await self._search.ask(self._hub.desk_of(goes), goes, first, leaves["service_id"])
                return asked and await self._search.ask(self._hub.desk_of(follows), follows, second, goes["service_id"])
        return False

    async def _needs(self, has: Row, wants: Row) -> Row | None:
        """What somebody has of a service, for another at their own home; None where it is not to be asked for them."""
        desk, service = self._hub.desk_of(wants), has["service_id"]
        theirs, own = await self._search.search(desk, has), await self._search.search(desk, wants)
        page = await desk.read(f"/api/v1/cases/{wants['id']}")
        if theirs is None or own is None or page is None or _is_asked(own, service):
            return None
        package: Row = {name: value for name, value in theirs["package"]["package"].items() if value}
        if page["person"] and page["person"]["postcode"]:
            package["sector"] = page["person"]["postcode"][:6]
        fits = {each["service_id"] for each in await desk.matches(package) if each["fits"]}
        return package if service in fits else None


def threes(cases: Iterable[Row]) -> Iterator[tuple[Row, Row, Row]]:
    """Who could leave, go and follow: two in two services, and one who waits for any, all of one pathway."""
    there, waiting = list[Row](), list[Row]()
    for case in cases:
        if step_of(case) is Step.IN_SERVICE:
            there.append(case)
        elif step_of(case) is Step.PATHWAY_GIVEN and case["pathway_given"] != Pathway.P0:
            waiting.append(case)
    for leaves, goes in permutations(there, 2):
        if leaves["service_id"] != goes["service_id"] and leaves["pathway_given"] == goes["pathway_given"]:
            yield from ((leaves, goes, each) for each in waiting if each["pathway_given"] == goes["pathway_given"])


def _is_asked(search: Row, service: str) -> bool:
    """Asked, or known to say no."""
    offers = (offer for request in search["requests"] for offer in request["offers"])
    asked = [offer for offer in offers if offer["service_id"] == service]
    return any(each["state"] != OfferState.ENDED or each["ended"] != EndedBecause.ANOTHER_CONFIRMED for each in asked)
