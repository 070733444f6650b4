"""Questions that nobody answers, and since when."""

from uuid import UUID

from app.domain.case.holding.asking import HoldersAsked
from app.domain.case.holding.causes import Cause as AskedAbout
from app.domain.case.holding.holders import Holder, HolderKind
from app.domain.case.tasks.planning import Raised, TasksRaised
from app.domain.codes.pathways import Pathway
from app.domain.escalation.cause import Cause, from_day
from tests.domain.case.events import accepted, bed_decided, decided_on, left, submitted
from tests.domain.case.holding.booked import asked, kept
from tests.domain.case.requests.asking import AT_EAST, CARERS, EAST, confirmed, sent
from tests.domain.case.tasks.work import key, line
from tests.domain.case.way import REVIEW_ON
from tests.domain.escalation.watching import TRUST, all_wrong_after, later, wrong_after
from tests.domain.spell.stay import opened

REFERRED = ((later(-48), opened), (later(), submitted()), (later(1), accepted))
MEDICINES = Raised(task_id=key("C07"), line=line("C07"), owner_id=TRUST, anchor=None, due_at=None)
BOOKED = ((later(3), sent(EAST)), (later(4), confirmed()), (later(4), TasksRaised(tasks=(MEDICINES,))))


def test_each_who_was_asked_to_keep_or_release_has_not_answered() -> None:
    told = (
        *REFERRED,
        *((later(2), decided_on(Pathway.P1)), *BOOKED),
        *((later(6), _asked(AT_EAST, HolderKind.SERVICE)), (later(7), _asked(key("C07"), HolderKind.PHARMACY))),
    )
    first = Cause(trigger="keep_unanswered", since=later(6), owner_id=CARERS, each_owner=True)
    then = Cause(trigger="keep_unanswered", since=later(7), owner_id=TRUST, each_owner=True)
    assert [each for each in all_wrong_after(*told) if each.trigger == "keep_unanswered"] == [first, then]

    answered = (*told, (later(8), kept(AT_EAST, until=later(30))))
    assert wrong_after(*answered)["keep_unanswered"] == then
    assert "keep_unanswered" not in wrong_after(*answered, (later(9), kept(key("C07"), n=302, until=later(30))))


def test_home_is_to_be_asked_about_again_until_it_is_or_they_have_left() -> None:
    told = (*REFERRED, (later(2), bed_decided()))
    assert wrong_after(*told)["home_review_passed"] == from_day("home_review_passed", REVIEW_ON)
    assert "home_review_passed" not in wrong_after(*told, (later(3), decided_on(Pathway.P1)))
    assert "home_review_passed" not in wrong_after(*told, (later(5), left))


def _asked(holder: UUID, kind: HolderKind) -> HoldersAsked:
    return asked(AskedAbout.MEETS_AGAIN, Holder(holder_id=holder, kind=kind))
