"""The desk for the feed: what was not placed, why, the message beside what was understood, and ways to settle it."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query

from app.access.policy import check, check_settles_feed
from app.api.feed_message_bodies import LARGEST_ID, DecisionIn, Placed, Queue, ReplayIn, Settled, WardIn
from app.api.feed_message_page import MessagePage, message_page
from app.api.problems import problems
from app.api.shapes import ShortText
from app.api.state import HomewardState, Me, Now
from app.domain.feed import ChangeFeed
from app.domain.rejections import Rejection
from app.intake.adt import desk
from app.intake.adt.mapping import map_ward
from app.intake.adt.outcome import State
from app.intake.adt.queue import PAGE, Order, counts_of, page_of, queued

router = APIRouter(prefix="/feed-messages", tags=["feeds"])

_DONE_BEFORE = "This was done before."
MessageId = Annotated[int, Path(ge=0, le=LARGEST_ID)]


class DoesNotFit(Rejection):
    """This cannot be decided about this message. Open it again: what can be done about it stands beside it."""


@router.get("", responses=problems())
async def read_queue(
    homeward: HomewardState,
    me: Me,
    now: Now,
    state: State = "waiting",
    feed: UUID | None = None,
    code: ShortText | None = None,
    order: Order = "oldest",
    past: Annotated[int | None, Query(ge=0, le=LARGEST_ID)] = None,
) -> Queue:
    """The messages in one state, 50 at a time, and how many there are for each reason. It names nobody."""
    check_settles_feed(me)
    since = now - timedelta(days=1)
    async with homeward.database.reads.acquire() as connection:
        found = await page_of(connection, me.system, state, feed=feed, code=code, order=order, past=past)
        counts = await counts_of(connection, me.system, feed, since)
    page = found[:PAGE]
    following = page[-1].message_id if len(found) > PAGE else None
    return Queue(messages=page, next=following, counts=counts, counted_since=since)


@router.put("/replays/{replay_id}", responses=problems())
async def replay_messages(replay_id: UUID, replay: ReplayIn, homeward: HomewardState, me: Me) -> Settled:
    """Read and place messages again, at most 500, as their feeds are read today, and say what came of each.

    What was applied or ignored stays as it is.
    """
    check_settles_feed(me)
    ids = list(replay.message_ids)
    if replay.feed_id and replay.code:
        ids = await desk.not_placed_because(homeward.database, me.system, replay.feed_id, replay.code)
    placed = await desk.replay(homeward.database, homeward.hints, me.system, ids, me.actor)
    known = {each.message_id for each in placed}
    async with homeward.database.reads.acquire() as connection:
        others = await queued(connection, me.system, [each for each in replay.message_ids if each not in known])
    settled = Settled.of("", placed)
    left = [Placed.model_validate(each, from_attributes=True) for each in others]
    return settled.model_copy(update={"results": settled.results + left})


@router.get("/{message_id}", responses=problems(404))
async def read_message(message_id: MessageId, homeward: HomewardState, me: Me) -> MessagePage:
    """One message as it came, line by line, beside what was understood, and what can be done about it."""
    check_settles_feed(me)
    return await message_page(homeward, me, message_id)


@router.put("/{message_id}/ward", responses=problems(404, 409))
async def say_ward(message_id: MessageId, ward: WardIn, homeward: HomewardState, me: Me, now: Now) -> Settled:
    """Say which ward the feed means by the name that this message waits for; all that waited for it is placed."""
    check(me, ChangeFeed)
    held = homeward
    mapped = await map_ward(held.database, held.hints, me.system, message_id, ward.ward_id, me.actor, now)
    meant = "none of our wards" if ward.ward_id is None else "this ward"
    words = f"“{mapped.name}” is {meant} from now on."
    return Settled.of(words if mapped.recorded else f"{words} {_DONE_BEFORE}", mapped.placed)


@router.put("/{message_id}/decision", responses=problems(404, 409))
async def decide(message_id: MessageId, wanted: DecisionIn, homeward: HomewardState, me: Me) -> Settled:
    """Decide about a message that could not be placed, and place it by that. The same again changes nothing."""
    check_settles_feed(me)
    _check_fits(await message_page(homeward, me, message_id), wanted)
    replayed = await desk.decide(
        homeward.database, homeward.hints, me.system, message_id, wanted.decision, me.actor, wanted.instead_of
    )
    return Settled.of("Decided.", [replayed])


def _check_fits(page: MessagePage, wanted: DecisionIn) -> None:
    """What does not fit is refused, unless something was decided that who asks has not seen: then that is said."""
    if page.message.erased:
        raise desk.MessageErased
    unseen = page.decided is not None and page.decided.at != wanted.instead_of
    if wanted.decision.kind not in page.can and not unseen and page.message.state != "applied":
        raise DoesNotFit
