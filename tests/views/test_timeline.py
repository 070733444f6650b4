"""What happened to a case, in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.case import CASE_EVENTS, CaseTracked
from app.domain.case.audience import Audience
from app.domain.case.form import (
    Capacity,
    CapacityState,
    Change,
    Criteria,
    Function,
    Level,
    Readiness,
    ReferralField,
    ReferralForm,
    Risk,
    Risks,
)
from app.domain.case.holding.answering import HolderAnswered, KeepOrRelease
from app.domain.case.outcome import Outcome
from app.domain.case.requests.evolving import REQUEST_EVENTS
from app.domain.case.undoing import HubStep
from app.domain.codes.alternatives import Alternative
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.slot_reasons import SlotReason
from app.domain.spell import (
    WayOut,
)
from app.domain.values import Words
from app.events.practice import SHIPPED_WORDS
from app.views.timeline import say_case
from tests.domain.case.assessing import (
    NORTH_CARE,
    found,
    item_accepted,
    queried,
    reaffirmed,
    rejected,
    replied,
    second_signed,
    signed,
)
from tests.domain.case.events import (
    accepted,
    alerted,
    amended,
    back,
    bed_decided,
    best_interests,
    closed,
    decided_on,
    given_to,
    handed_over,
    left,
    note,
    note_amended,
    pinned,
    planned,
    reopened,
    resubmitted,
    returned,
    submitted,
    unpinned,
)
from tests.domain.case.medicines import STARTED, STOPPED, medicines_told
from tests.domain.case.way import CARE, HUB, MEALS, PRIYA, SAM, SPELL
from tests.domain.case.ways import back_for, changed, left_after_all, left_by, tracking_undone, undone
from tests.domain.given import uid
from tests.events.arriving_examples import ARRIVING_EXAMPLES
from tests.events.delay_examples import DELAY_EXAMPLES
from tests.events.holding_examples import HOLDING_EXAMPLES
from tests.events.remaining_examples import LIKE, REMAINING_EXAMPLES
from tests.events.request_examples import OFFER
from tests.events.stay_examples import STAY_EXAMPLES
from tests.events.task_examples import TASK_EXAMPLES
from tests.views.delay_lines import DELAY_LINES, ORGANISATIONS

TASK = TASK_EXAMPLES["task.started.1"].task_id
NAMES = {
    **SHIPPED_WORDS,
    HUB: "Northmoor hub",
    PRIYA: "Priya Shah",
    SAM: "Sam Example",
    NORTH_CARE: "North Care",
    TASK: "Discharge letter done",
    OFFER: "Reablement East",
    **ORGANISATIONS,
}

CASE_LINES: list[tuple[Any, str]] = [
    (
        submitted(CARE, MEALS),
        "Referred to Northmoor hub. Why in hospital: “Fell at home.” Needs: meals, personal care.",
    ),
    (alerted(), "Northmoor hub told early. Likely needs: none named."),
    (alerted(MEALS, words="Lives alone."), "Northmoor hub told early. Likely needs: meals. “Lives alone.”"),
    (submitted(words=""), "Referred to Northmoor hub. Needs: personal care."),
    (
        returned(ReferralField.RISKS, ReferralField.WHAT_MATTERS),
        "Returned to the ward for more on: risks, what matters. “How many to transfer?”",
    ),
    (resubmitted(words="Two  to transfer."), "Referral sent again. Why in hospital: “Two  to transfer.”"),
    (
        amended(ReferralForm(readiness=Readiness(criteria=Criteria.NO_LONGER_MEETS, since=date(2026, 11, 13)))),
        "Referral added to. Readiness: no longer meets; since 13 Nov 2026.",
    ),
    (
        amended(ReferralForm(capacity=Capacity(state=CapacityState.DOUBT, decision=Words("Where to live")))),
        "Referral added to. Capacity: doubt; decision “Where to live”.",
    ),
    (
        amended(
            ReferralForm(
                function=Function(walking=Change(before=Level.ALONE, now=Level.ONE_PERSON), stairs=Change()),
                risks=Risks(risks=frozenset({Risk.FALLS}), safeguarding_stops_leaving=False, words=Words("Steps.")),
            )
        ),
        "Referral added to. Function: walking alone before, one person now; stairs not known before and now."
        " Risks: falls; not: safeguarding stops leaving; “Steps.”",
    ),
    (accepted, "Accepted. Case manager: Priya Shah."),
    (handed_over, "Case manager is now Sam Example."),
    (decided_on(Pathway.P1), "Pathway P1 (home with support) given."),
    (decided_on(Pathway.P0), "Pathway P0 (ward discharge, no new support) given, while P1 was needed."),
    (
        bed_decided(),
        "Pathway P2 (short-term bed) given, while P1 was needed. Why not home: Home with support would do, but none is"
        " available in time. “No double-up before Thursday.” Home would be possible if “A double-up comes free.”"
        " Decided by “The hub team” To be reviewed on 01 Dec.",
    ),
    (
        replace(
            bed_decided(),
            why_not_home="H06",
            alternatives=frozenset({Alternative.TELECARE, Alternative.EQUIPMENT}),
            senior_yes=Words("Helen Marsh, hub lead"),
            limit_until=date(2027, 1, 8),
        ),
        "Pathway P2 (short-term bed) given, while P1 was needed. Why not home: Weight-bearing limit, and cannot manage"
        " at home until it ends. Weight-bearing limit until 08 Jan. “No double-up before Thursday.” Considered:"
        " equipment; telecare. Home would be possible if “A double-up comes free.” Decided by “The hub team”"
        " Senior yes from “Helen Marsh, hub lead” To be reviewed on 01 Dec.",
    ),
    (
        replace(decided_on(Pathway.P0, needed=Pathway.P0), restart=Restart.CARE_HOME_SAME_LEVEL),
        "Pathway P0 (ward discharge, no new support) given. Goes back to: their own care home, at the same level.",
    ),
    (
        best_interests(),
        "Best-interests decision about “Where to live”: “To a short-term bed for now.”"
        " Decided by “Dr Khan, consultant” Consulted “Her son.”",
    ),
    (planned(), "Leaving planned: Tue 3 Nov 12:00 from the lounge. “Own home” Received by “Her daughter”"),
    (
        medicines_told(STARTED, STOPPED),
        "Medicines: started “Apixaban 5 mg, one in the morning and one at night”, because “To stop blood clots.”;"
        " stopped “Ibuprofen 400 mg”, because “It can make you bleed”.",
    ),
    (medicines_told(), "No medicine was changed in hospital."),
    (left, "Left hospital."),
    (left_by(WayOut.DISCHARGED), "Left hospital."),
    (left_by(WayOut.SELF_DISCHARGE), "Left hospital: took their own discharge."),
    (left_by(WayOut.VIRTUAL_WARD), "Left hospital: home on the virtual ward, still under the hospital’s care."),
    (back, "Back in hospital: the leaving was cancelled or failed."),
    (
        back_for(ReturnReason.NOBODY_HOME, "Key safe empty."),
        "Back in hospital, the discharge failed: nobody was home to receive them. “Key safe empty.”",
    ),
    (
        back_for(ReturnReason.RECORDED_BY_MISTAKE),
        "In hospital still: the leaving was recorded by mistake.",
    ),
    (
        changed(reason=SlotReason.OTHER, why="A wedding."),
        "Planned leaving changed: Tue 3 Nov 12:00 from the lounge. “Own home” Received by “Her daughter” Why: other."
        " “A wedding.”",
    ),
    (
        undone(HubStep.REFERRAL_RETURN),
        "The return to the ward was a mistake: the referral lies with the hub again. “Not this one.”",
    ),
    (undone(HubStep.ACCEPTANCE), "Accepted by mistake: the referral waits for the hub again. “Not this one.”"),
    (undone(HubStep.PATHWAY), "The pathway decision was withdrawn. “Not this one.”"),
    (undone(HubStep.LEAVING), "The planned leaving was withdrawn. “Not this one.”"),
    (
        undone(HubStep.BEST_INTERESTS),
        "The best-interests decision was taken back: it stands no longer. “Not this one.”",
    ),
    (left_after_all(), "Not back after all: they left Mon 2 Nov 12:00. “Not this one.”"),
    (tracking_undone(), "The case follows the earlier stay again. “Not this one.”"),
    (CaseTracked(spell_id=SPELL), "In hospital again. The case follows the new stay."),
    (
        CaseTracked(spell_id=SPELL, failed_discharge=True),
        "In hospital again on the day they left: the discharge failed. The case follows the new stay.",
    ),
    (closed(Outcome.OTHER_HOSPITAL), "Closed: in another hospital."),
    (closed(Outcome.OTHER_HUB), "Closed: handed to another hub."),
    (closed(Outcome.DIED, "In peace."), "Closed: died. “In peace.”"),
    (reopened("By mistake."), "Reopened. “By mistake.”"),
    (note("Rang Zoë."), "Note for everyone on the case: “Rang Zoë.”"),
    (note("Bed held.", audience=Audience.HUB, pin=True), "Note for the hub only, pinned: “Bed held.”"),
    (note_amended("Zoë rang back."), "Note amended: “Zoë rang back.”"),
    (pinned(), "A note was pinned."),
    (unpinned(), "A note is no longer pinned."),
    (
        signed(),
        "small signed (occupational therapist), under: Trusted assessment for home care. "
        "Seen on the ward Mon 2 Nov 11:00. With “Her daughter”",
    ),
    (
        second_signed(),
        "small signed, version 2 (occupational therapist), under: Trusted assessment for home care. "
        "Seen on the ward Mon 2 Nov 11:00. With “Her daughter” Changed: 2 of its answers.",
    ),
    (reaffirmed(), "Assessment, version 1: still true."),
    (item_accepted(), "North Care accepts “carers”."),
    (queried(), "North Care asks about “carers”: “Why two?”"),
    (rejected(), "North Care does not accept “carers”: “Why two?”"),
    (replied(), "Answered to North Care about “carers”: “She turns in bed.”"),
    (found(), "Found different on arrival by North Care, “carers”: “Needs two to stand.”"),
    (given_to(), "This case now belongs to another record of the person, or to another person."),
]

TASK_LINES = {
    "tasks.raised.1": "2 tasks raised (core, P1).",
    "tasks.let_go.1": "2 tasks not needed: pathway changed.",
    "tasks.rescheduled.1": "1 task due otherwise, or with another owner.",
    "task.raised.1": "Task raised for ward nurse, due Thu 26 Nov 15:00. “Find Zoë’s glasses.”",
    "task.assigned.1": "Task “Discharge letter done”: given to somebody not on the roster.",
    "task.started.1": "Task “Discharge letter done”: begun.",
    "task.finished.1": "Task “Discharge letter done”: done.",
    "task.not_needed.1": "Task “Discharge letter done”: not needed, other. “Her son brought them.”",
    "task.reopened.1": "Task “Discharge letter done”: open again.",
}
HOLDING_LINES = {
    "holders.asked.1": "Moved to another ward: asked whether it is kept or released: Reablement East, medicines.",
    "holder.answered.1": "“Discharge letter done” is kept until Fri 27 Nov 16:00. “Zoë’s tablets are the same.”",
}
CASE_LINES += [(HOLDING_EXAMPLES[name], line) for name, line in HOLDING_LINES.items()]
CASE_LINES += [
    (
        HolderAnswered(holder_id=uid(99), answer=KeepOrRelease.RELEASE, until=None, words=None, answer_id=uid(98)),
        "What was held is released.",
    )
]
CASE_LINES += [
    (
        replace(HOLDING_EXAMPLES["holders.asked.1"], again=True),
        "The time until which it was kept is over: asked again whether it is kept or released: "
        "Reablement East, medicines.",
    )
]
ARRIVING_LINES = {
    "arriving.arrival_confirmed.1": "Arrived at a place not on the list, as the crew said.",
    "arriving.first_contact_made.1": (
        "First contact: a place not on the list met them. Seen by “Rosa, reablement worker”"
    ),
    "arriving.no_contact_reported.1": "No contact by a place not on the list: it could not get in. “Key safe empty.”",
    "arriving.died_since.1": "Has died since; nobody asks any more how they are. “The daughter rang.”",
    "arriving.taken_back.1": "Not met after all: the first contact was said by mistake. “The wrong Mrs Example.”",
}
STAY_LINES = {
    "stay.reviewed.1": "Stay reviewed. No longer meets the requirements to remain. “Walks to Zoë’s gate.”",
    "stay.extended.1": "Stay extended until Mon 4 Jan: became unwell meanwhile. “A chest infection in week four.”",
    "stay.charging_told.1": "Told about charging, from Mon 21 Dec. “With her son.”",
    "stay.exit_planned.1": (
        "Exit planned for Fri 18 Dec: home, with a package for long-term needs. “Two calls a day.”"
    ),
    "stay.ended.1": (
        "Discharged from a place not on the list: less support than before; home, with a package for long-term needs; "
        "Barthel index (0 to 20) 9 to 16. “Makes her own tea.”"
    ),
    "stay.followed_up.1": "30 days after the stay: at home. “In the garden.”",
    "stay.step_taken_back.1": "Something recorded of the stay was taken back. “The wrong Mrs Example.”",
}
CASE_LINES += [(STAY_EXAMPLES[name], line) for name, line in STAY_LINES.items()]
IN_HOSPITAL = dict(DELAY_LINES)
CASE_LINES += [(REMAINING_EXAMPLES[name], IN_HOSPITAL[DELAY_EXAMPLES[like]]) for name, like in LIKE.items()]
CASE_LINES += [(ARRIVING_EXAMPLES[name], line) for name, line in ARRIVING_LINES.items()]
CASE_LINES += [(TASK_EXAMPLES[name], line) for name, line in TASK_LINES.items()]


@pytest.mark.parametrize(("event", "line"), CASE_LINES)
def test_an_event_of_a_case_is_told_in_words(event: Any, line: str) -> None:
    assert say_case(event, NAMES) == line


def test_every_event_of_a_case_is_told() -> None:
    assert {type(event) for event, _ in CASE_LINES} == set(CASE_EVENTS) - set(REQUEST_EVENTS)


def test_a_person_or_a_hub_that_nobody_named_is_told_as_such() -> None:
    assert say_case(accepted, {}) == "Accepted. Case manager: somebody not on the roster."
    assert say_case(submitted(words=""), {}) == "Referred to a place not on the list. Needs: personal care."
