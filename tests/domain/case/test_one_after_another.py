"""Two cases in one stay: at each instant the one that was live tells why they are still there."""

from datetime import datetime, timedelta
from typing import Any

from app.domain.case.delay import delay_facts
from app.domain.case.one_after_another import told_by
from app.domain.case.outcome import Outcome
from app.domain.codes.pathways import Pathway
from app.domain.decider import Recorded
from app.domain.delay import History
from app.domain.delay.facts import Field
from tests.domain.case.events import accepted, closed, decided_on, reopened, submitted
from tests.domain.case.way import STREAM
from tests.domain.given import NOON, given

ONE = timedelta(days=1)
FIRST = ((NOON, submitted()), (NOON, accepted), (NOON, decided_on(Pathway.P1)))
DECLINED = (NOON + ONE, closed(Outcome.PERSON_DECLINED))
SECOND = (NOON + 2 * ONE, submitted())


def case(*told: Any) -> list[Recorded[Any]]:
    return given(*told, stream=STREAM)


def told_at(history: History, at: datetime) -> tuple[str | None, str | None]:
    """Referral and pathway."""
    told = {each.field: each.value for each in sorted(history.facts, key=lambda each: each.at) if each.at <= at}
    return told.get(Field.REFERRAL), told.get(Field.PATHWAY)


def test_each_counts_while_it_was_live() -> None:
    _, history = told_by([case(*FIRST, DECLINED), case(SECOND)])
    assert [told_at(history, NOON + n * ONE) for n in (-1, 0, 1, 2)] == [
        (None, None),
        ("sent", Pathway.P1),
        (None, None),
        ("sent", None),
    ]


def test_the_first_counts_again_once_it_is_opened_again() -> None:
    over = (NOON + 3 * ONE, closed(Outcome.NO_LONGER_NEEDED))
    _, history = told_by([case(*FIRST, DECLINED, (NOON + 4 * ONE, reopened())), case(SECOND, over)])
    assert [told_at(history, NOON + n * ONE) for n in (2, 3, 4)] == [("sent", None), (None, None), ("sent", Pathway.P1)]


def test_of_one_case_it_is_what_the_case_tells() -> None:
    alone = case(*FIRST, DECLINED)
    assert told_by([alone, []]) == delay_facts(alone)
