"""How the events of a spell fold: its news in the order in which it was said, the rest as it was recorded."""

from bisect import bisect_right
from datetime import datetime
from functools import reduce
from typing import TypeAlias

from app.domain.decider import Recorded
from app.domain.delay.delaying import delayed
from app.domain.replacing import replace
from app.domain.spell.admission_reason import AdmissionReasonTold
from app.domain.spell.criteria import CriteriaReviewed, Review
from app.domain.spell.delaying import DELAY_EVENTS, DelayEvent
from app.domain.spell.ending import EndingEvent
from app.domain.spell.expected_discharge import ExpectedDischargeEvent
from app.domain.spell.expecting import ExpectingEvent
from app.domain.spell.folding import told
from app.domain.spell.giving import SpellGiven
from app.domain.spell.hub_need import HubNeedSaid
from app.domain.spell.leave import LeaveEvent
from app.domain.spell.lounge import WentToLounge
from app.domain.spell.moving import MovingEvent
from app.domain.spell.opening import OpeningEvent
from app.domain.spell.patient_class import ClassChanged
from app.domain.spell.proposing import ReadinessProposed
from app.domain.spell.proposing_alert import EarlyAlertProposed
from app.domain.spell.returning import CameBackToWard
from app.domain.spell.state import News, Spell
from app.domain.spell.told_order import Rank, rank_of
from app.domain.spell.transfer import TransferEvent
from app.domain.values import PersonId

SpellEvent: TypeAlias = (
    OpeningEvent
    | MovingEvent
    | EndingEvent
    | CriteriaReviewed
    | ExpectingEvent
    | ClassChanged
    | TransferEvent
    | ExpectedDischargeEvent
    | LeaveEvent
    | WentToLounge
    | CameBackToWard
    | ReadinessProposed
    | SpellGiven
    | HubNeedSaid
    | EarlyAlertProposed
    | AdmissionReasonTold
    | DelayEvent
)


def evolve(spell: Spell, recorded: Recorded[SpellEvent]) -> Spell:
    """The spell after one more event."""
    event = recorded.event
    if isinstance(event, CriteriaReviewed):
        return spell._replace(reviews=(*spell.reviews, Review(recorded.at, event)), reviewed_at=recorded.said_at)
    if isinstance(event, DELAY_EVENTS):
        return spell._replace(delays=delayed(spell.delays, event, recorded.at))
    if isinstance(event, SpellGiven):
        return _given(spell, event.person_id)
    news = News(recorded.said_at, recorded.at, event)
    index = _index(spell, news.said_at, event)
    if index == len(spell.news):
        return told(spell, news)._replace(news=(*spell.news, news))
    every = (*spell.news[:index], news, *spell.news[index:])
    return _folded(spell, every)._replace(news=every)


def _given(spell: Spell, person: PersonId) -> Spell:
    admission = replace(spell.admission, person_id=person) if spell.admission else None
    expected = replace(spell.expected, person_id=person) if spell.expected else None
    return spell._replace(given_to=person, admission=admission, expected=expected)


def as_said_before(spell: Spell, said_at: datetime, said: object) -> Spell:
    """The stay as it stood when this was said: without the news that was said after it."""
    index = _index(spell, said_at, said)
    return spell if index == len(spell.news) else _folded(spell, spell.news[:index])


def _index(spell: Spell, said_at: datetime, said: object) -> int:
    rank = rank_of(said_at, said)
    if not spell.news or _rank(spell.news[-1]) <= rank:
        return len(spell.news)  # as nearly always: it is the newest
    return bisect_right(spell.news, rank, key=_rank)


def _rank(news: News) -> Rank:
    return rank_of(news.said_at, news.event)


def _folded(spell: Spell, news: tuple[News, ...]) -> Spell:
    kept = Spell(given_to=spell.given_to, reviews=spell.reviews, reviewed_at=spell.reviewed_at, delays=spell.delays)
    return reduce(told, news, kept)._replace(news=news)
