"""What example staff write. Nobody in these sentences exists."""

from dataclasses import dataclass

from app.domain.case.form import Need, ReferralField
from app.domain.codes.alternatives import Alternative
from app.domain.codes.criteria import Criterion

REFERRALS = (
    ((Need.REHABILITATION, Need.PERSONAL_CARE), "Fell at home, hip mended on day 2. Walks ten metres with a frame and "
     "one person. Managed alone before; keen to be back in her own kitchen."),
    ((Need.PERSONAL_CARE, Need.MEALS), "Chest infection, now clear. Tired; needs help to wash and with a hot meal. "
     "Neighbour looks in but cannot lift."),
    ((Need.REHABILITATION, Need.EQUIPMENT), "Stroke three weeks ago, left arm weak. Transfers with one. Bathroom is "
     "upstairs; the family ask about a rail and a commode."),
    ((Need.PERSONAL_CARE, Need.MEDICINES_HELP), "Heart failure, new tablets four times a day. Forgets the midday ones. "
     "Had care twice a day before and would like the same people."),
    ((Need.NIGHT_NEEDS, Need.SOMEONE_WITHIN_REACH), "Delirium settling. Up twice each night and does not yet find the "
     "way back. Daughter can stay the first three nights."),
    ((Need.NURSING_TASK,), "Leg ulcer, dressing every other day. Otherwise independent with a stick."),
    ((Need.WEIGHT_BEARING_LIMIT, Need.PERSONAL_CARE, Need.EQUIPMENT), "Ankle fracture, no weight on it for six weeks. "
     "Lives alone in a flat with a lift."),
    ((Need.END_OF_LIFE, Need.NURSING_TASK), "Wishes to be at home. Family agree and have been told what to expect. "
     "Bed and medicines box needed first."),
    ((Need.PERSONAL_CARE, Need.CONTINENCE), "After a urine infection. New catheter; wife will help but is worried "
     "about changing the bag."),
    ((Need.SENSORY, Need.MEALS, Need.PERSONAL_CARE), "Sees little. Knows the house well; lost confidence on the stairs "
     "after this fall."),
    ((Need.MENTAL_HEALTH, Need.MEALS), "Low and not eating before admission. Eating here in company. Wants to go home; "
     "the son asks for someone at lunch."),
    ((Need.REHABILITATION,), "Long stay with pneumonia, lost strength. Two stairs at the door. "
     "Walked to the shops before."),
)  # fmt: skip

EARLY = (
    "Lives alone and managed until this fall.",
    "Her husband says that he cannot go on as before.",
    "Had care twice a day; will need more for a while.",
    "Not safe on the stairs yet; a bed downstairs is being looked at.",
)

QUESTIONS: tuple[tuple[tuple[ReferralField, ...], str, dict[str, object]], ...] = (
    ((ReferralField.FUNCTION,), "How many people to transfer, and how far can they walk?",
     {"function": {"transfers": {"before": "alone", "now": "one_person"},
                   "walking": {"before": "alone", "now": "one_person"}}}),
    ((ReferralField.TOLD_AND_AGREES,), "Has this been talked over, and do they agree to our call?",
     {"told_and_agrees": {"agrees": "agrees", "accessible": ["large_print"]}}),
    ((ReferralField.PEOPLE, ReferralField.BEFORE), "Who is at home, and what help was there before?",
     {"people": {"carer": "Wife, at home", "carer_willing": "with_help"},
      "before": {"lives": "with_carer", "help": ["unpaid_carer"]}}),
    ((ReferralField.CAPACITY,), "You mention confusion: is there doubt about capacity for this decision?",
     {"capacity": {"state": "no_doubt", "decision": "Where to live after hospital"}}),
)  # fmt: skip
"""What the hub asks about, in what words, and the fields with which a ward answers: never what `forms` says already."""

CRITERIA = (
    (Criterion.IV_MEDICATION,),
    (Criterion.OXYGEN,),
    (Criterion.IV_FLUIDS,),
    (Criterion.NEWS_ABOVE_3,),
    (Criterion.FUNCTION,),
    (Criterion.TRUNK_SURGERY,),
    (Criterion.LOWER_LIMB_SURGERY,),
    (Criterion.OXYGEN, Criterion.IV_MEDICATION),
    (Criterion.NEWS_ABOVE_3, Criterion.IV_FLUIDS),
    (Criterion.CONSCIOUSNESS,),
)


@dataclass(frozen=True, slots=True)
class WhyABed:
    """Why a bed and not home, and what would make home possible."""

    code: str
    words: str
    home_possible_if: str
    weighed: tuple[Alternative, ...] = ()
    limited: bool = False


BEDS = (
    WhyABed("H03", "Needs therapy every day with two people; not to be had at home.", "Transfers with one.",
            (Alternative.FOUR_CALLS_OR_DOUBLE_UP, Alternative.EQUIPMENT)),
    WhyABed("H01", "Up and unsafe at night; night sitting tried for two nights.", "Sleeps for three nights.",
            (Alternative.NIGHT_SITTING, Alternative.LIVE_IN, Alternative.TELECARE)),
    WhyABed("H06", "No weight on the leg until the clinic visit; no room for a chair.", "May bear weight.",
            (Alternative.LIVING_DOWNSTAIRS, Alternative.EQUIPMENT), limited=True),
    WhyABed("H15", "No morning double-up in this patch before Thursday.", "A double-up at 08:00 comes free.",
            (Alternative.BRIDGING_CARE, Alternative.CARER_SUPPORT)),
    WhyABed("H07", "The boiler is out and the landlord has until Friday.", "Heating is mended.",
            (Alternative.CARER_SUPPORT,)),
)  # fmt: skip

CARE_HOME = WhyABed(
    "H01",
    "Needs someone within reach day and night; four calls and night sitting were not enough.",
    "Sleeps through and calls for help.",
    (Alternative.FOUR_CALLS_OR_DOUBLE_UP, Alternative.NIGHT_SITTING, Alternative.LIVE_IN),
)
TEAM, SENIORS = "Hub team with the ward therapist", "Helen Marsh, hub lead, with the council's team manager"

LEARNT: tuple[dict[str, object], ...] = (
    {"told_and_agrees": {"agrees": "agrees", "language": "Polish", "accessible": ["large_print"]}},
    {"told_and_agrees": {"agrees": "not_yet_asked"}, "mind_and_behaviour": {"items": ["delirium"]}},
    {
        "capacity": {
            "state": "lacks",
            "decision": "Where to live after hospital",
            "representatives": ["advocate_needed"],
        }
    },
    {"capacity": {"state": "doubt", "decision": "Where to live after hospital"}},
    {"risks": {"risks": ["falls", "infection"], "infection": "Side room until two clear tests", "access": "key_safe"}},
    {"function": {"transfers": {"before": "one_person", "now": "two_people"}}},
    {"before": {"lives": "alone", "help": ["package_active"], "provider": "Lapwing Homecare"}},
    {"before": {"lives": "care_home", "help": ["none"]}, "person": {"going_to": "own_care_home"}},
)
"""What comes up when a referral is accepted, as fields of the form."""

BEST_INTERESTS = {
    "decision": "To leave hospital to where care can be given safely, as near to home as can be.",
    "decided_by": "Dr Yusuf Khan, consultant",
    "consulted": "Her son; the ward therapist; the advocate.",
}

CALLS = (("morning",), ("morning", "tea"), ("morning", "lunch", "tea"), ("morning", "bed"), ("lunch", "tea"))
"""The windows in which home care is asked for."""

NOTES: tuple[tuple[str, str, bool], ...] = (
    ("everyone", "Daughter comes at four; ask for her before anything is agreed.", True),
    ("hub", "The bed at home comes on Thursday, not before.", True),
    ("everyone", "The physio tries the stairs with them today.", False),
    ("hub", "Rang the council: no open package there.", False),
    ("everyone", "Hears better on the left; speak from that side.", False),
)
"""For whom, what, and whether it is pinned."""

SERVICE_ASKS = ("Who lets us in on the first day?", "Is there a hoist, or is one person enough?", "Any pets at home?")
REPLIES = ("The key safe is by the back door; the ward has the number.", "One person and a frame.", "None.")
DECLINES: tuple[dict[str, str], ...] = (
    {"code": "D01"},
    {"code": "D03"},
    {"code": "D14", "words": "Two people at night is more than we have."},
    {"code": "D20", "words": "We cannot tell how far they walk."},
)

RECEIVERS = ("Daughter", "Wife", "Husband", "Son", "Neighbour with the key", "Care worker at the first call", "Sister")
REVIEWS = (
    "Walks to the kitchen with a frame, washes alone.",
    "Stairs with one person; the evening call is not needed any more.",
    "Tired this week, goals kept as they are.",
)
EXIT_PLANS = ("One call a day, start asked of home care.", "Nothing more is needed; the daughter has our number.")
SEEN_BY = ("Rosa, reablement worker", "Nurse in charge", "Idris, senior carer", "Therapist on duty")
NOBODY_MET = (
    ("no_access", "Key safe empty. Rang the daughter, who comes with a key at once."),
    ("refused", "Would not let the carer in. Rang the hub; trying again this evening."),
    ("nobody_came", "The carer was sent to the wrong street. The next one is on the way."),
)
SETTLED = ("First visit done, all well.", "Settled in; the family have our number.", "Seen by the team on day one.")

PROBLEMS = (
    ("ward", "Nobody on the ward knows who is to tell the family; they ring us each day."),
    ("hub", "Two offers ran out while we waited for one another. Somebody must decide today."),
    ("ward", "The letter was promised twice and is not there."),
    ("hub", "The start keeps moving. The daughter has taken leave for nothing."),
)
"""On whose ladder something is escalated, and in what words."""

ACTIONS = (
    "Rang the ward: the sister rings the family before two.",
    "On this afternoon’s call; the matron chairs.",
    "Asked the service manager, who looks at Thursday’s run.",
    "Spoke to the consultant’s secretary: it is dictated.",
)
