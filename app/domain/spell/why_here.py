"""What a stay itself tells of why it lasts: when the person was ready, who is needed, what people recorded."""

from datetime import datetime

from app.domain.codes.hub_needs import HubNeed
from app.domain.delay.delaying import history_of as recorded
from app.domain.delay.facts import Fact, Field, History, Need, joined
from app.domain.spell.hub_need import HubNeedSaid
from app.domain.spell.ready import Ready, ready
from app.domain.spell.state import Spell, Voided, admission_of

_NEED = {HubNeed.YES: Need.HUB, HubNeed.NO: Need.P0, HubNeed.DONT_KNOW: None}


def history_of(spell: Spell) -> History:
    """The facts, blockers and set reasons of the stay."""
    needs = (
        Fact(news.at, Field.NEED, _NEED[news.event.need]) for news in spell.news if isinstance(news.event, HubNeedSaid)
    )
    return joined((History(tuple(needs)), recorded(spell.delays)))


def ready_of(spell: Spell, now: datetime) -> Ready:
    """When the person was ready and still in a bed, the last period until they left it or until now.

    An admission that was cancelled never was, and nobody waited in it.
    """
    opened = admission_of(spell).at
    reviews = () if isinstance(spell.stage, Voided) else spell.reviews
    return ready(reviews, opened, spell.left_bed_at, now, spell.virtual_ward_before)
