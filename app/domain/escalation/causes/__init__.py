"""The causes of every trigger that the facts tell of today: a trigger more is a function and its name in a list here.

`OF_CASE` are escalated about the case, `OF_STAY` about the stay, whether it has a case or not. Of the shipped policy's
other triggers *no case manager* has no cause while accepting names one; *hospital feed silent* is `feed.feed_silent`.
"""

from collections.abc import Iterable

from app.domain.escalation.cause import Cause, CauseOf, Situation
from app.domain.escalation.causes.asked import home_review_passed, keep_unanswered
from app.domain.escalation.causes.away import (
    charging_untold,
    contact_not_confirmed,
    no_exit_plan,
    nobody_met_them,
    not_arrived,
    review_overdue,
    six_weeks,
)
from app.domain.escalation.causes.leaving import (
    back_same_day,
    home_hub_silent,
    leaving_missed,
    left_with_stop_open,
    stop_open,
    stop_recorded,
    stop_undone,
)
from app.domain.escalation.causes.nights import contested_bed_night, contested_night
from app.domain.escalation.causes.referral import no_pathway, no_request, not_triaged, returned_unanswered
from app.domain.escalation.causes.services import (
    end_of_life_no_care,
    hold_ends,
    late_start,
    nobody_can_take,
    unanswered_twice,
)
from app.domain.escalation.causes.stay import expected_date_passed, no_referral, not_reviewed, ready

OF_CASE: tuple[CauseOf, ...] = (
    *(not_triaged, returned_unanswered, no_pathway, no_request, home_review_passed),
    *(unanswered_twice, nobody_can_take, late_start, hold_ends, end_of_life_no_care),
    *(stop_undone, leaving_missed, stop_open, home_hub_silent),
    *(left_with_stop_open, back_same_day, keep_unanswered),
    *(
        not_arrived,
        contact_not_confirmed,
        nobody_met_them,
        review_overdue,
        no_exit_plan,
        charging_untold,
        six_weeks,
        contested_bed_night,
    ),
)

OF_STAY: tuple[CauseOf, ...] = (not_reviewed, expected_date_passed, no_referral, stop_recorded, ready, contested_night)

OUTLAST = frozenset({"contested_night"})
"""What may be wrong still of somebody who has left the bed, in hospital or in the community, by trigger."""


def causes(now: Situation, told: Iterable[CauseOf]) -> tuple[Cause, ...]:
    """What is wrong in this situation: one cause of a trigger, or several of one that is of each owner."""
    return tuple(cause for tell in told for cause in tell(now))
