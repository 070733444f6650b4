"""The one policy table: which role may do what. What is not in it is not allowed."""

import re
from uuid import UUID

from app.access.me import Me
from app.domain.calendar import SetCalendar
from app.domain.case import (
    AcceptReferral,
    AmendNote,
    AmendReferral,
    AnswerItem,
    CloseCase,
    ConfirmStillTrue,
    DecidePathway,
    NameCaseManager,
    PinNote,
    PlanLeaving,
    RaiseEarlyAlert,
    RecordBestInterests,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    ReplyToService,
    ReportDifference,
    ResumeReferral,
    ReturnReferral,
    SignAssessment,
    SubmitReferral,
    TrackCase,
    UndoHubStep,
    UndoSharedStep,
    WithdrawReferral,
    WriteNote,
)
from app.domain.case.audience import READERS, Audience
from app.domain.case.requests.answering import (
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
)
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer
from app.domain.case.requests.hub_side import (
    AnswerQuery,
    EndBooking,
    FailStart,
    TakeCounter,
    WithdrawOffer,
    WithdrawRequest,
)
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.person import RecordPersonAnswer
from app.domain.case.requests.sending import SendRequest
from app.domain.case.tasks.doing import AssignTask, DismissTask, FinishTask, ReopenTask, StartTask
from app.domain.case.tasks.raising import RaiseTask
from app.domain.decider import Command
from app.domain.escalation import AcknowledgeEscalation, ActOnEscalation, EndEscalation, RaiseEscalation
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.hub import HoldBoardRound, UndoBoardRound
from app.domain.importing import ImportSystem
from app.domain.ladder import NameSeniorOfficer, SetLadder
from app.domain.person import RecordDetails
from app.domain.practice import SetPractice
from app.domain.service import (
    CloseService,
    ConfirmCapacity,
    DeclareCapacity,
    DescribeService,
    ListService,
    ReopenService,
)
from app.domain.spell import (
    EndLeave,
    EndSpell,
    ExpectDischarge,
    MovePerson,
    OpenSpell,
    ReturnToWard,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
    SayHubNeed,
    SendToLounge,
    StartLeave,
)
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, RemoveStaff
from app.domain.values import Role
from app.events.screen import Seen

WARD = frozenset({Role.WARD_NURSE, Role.WARD_CLINICIAN})
HUB = frozenset({Role.CASE_MANAGER, Role.HUB_LEAD})
MANAGER = frozenset({Role.MANAGER})
LEAD = frozenset({Role.HUB_LEAD})
PROVIDER = frozenset({Role.PROVIDER})
CLINICIAN = frozenset({Role.WARD_CLINICIAN})
PEOPLE = WARD | HUB | MANAGER
ANSWERS = HUB | {Role.PROVIDER}
"""Who says what a service answers: whoever runs it, or the hub, which is told on the telephone."""

OF_A_SERVICE = frozenset({Role.PROVIDER, Role.HUB_LEAD}) | MANAGER
"""Who says how a service is: whoever runs it (`check_runs`), or those who ring it and write down what they hear."""

MAY_COMMAND: dict[type[Command], frozenset[Role]] = {
    RaiseEarlyAlert: WARD,
    SubmitReferral: WARD,
    AmendReferral: WARD | HUB,
    WithdrawReferral: WARD,
    TrackCase: WARD | HUB,
    ReturnReferral: HUB,
    AcceptReferral: HUB,
    NameCaseManager: HUB,
    RecordBestInterests: CLINICIAN | HUB,
    DecidePathway: HUB,
    PlanLeaving: HUB,
    RecordDeparture: WARD | HUB,
    RecordReturn: WARD | HUB,
    CloseCase: HUB,
    ReopenCase: HUB,
    ResumeReferral: WARD,
    UndoHubStep: HUB,
    UndoSharedStep: WARD | HUB,
    WriteNote: WARD | HUB,
    AmendNote: WARD | HUB,
    PinNote: WARD | HUB,
    SignAssessment: WARD | HUB,
    ConfirmStillTrue: WARD | HUB,
    AnswerItem: HUB,
    ReplyToService: WARD | HUB,
    ReportDifference: WARD | HUB,
    **dict.fromkeys((DescribePackage, SendRequest, WithdrawRequest, WithdrawOffer, AnswerQuery, TakeCounter), HUB),
    **dict.fromkeys((RecordPersonAnswer, ChangeStart, EndBooking), HUB),
    **dict.fromkeys((OpenDetail, HoldInPrinciple, RecordAssessed, CounterOffer, QueryOffer), ANSWERS),
    **dict.fromkeys((DeclineOffer, TakeBackOffer, ConfirmOffer, FailStart), ANSWERS),
    **dict.fromkeys((RaiseTask, RaiseEscalation), WARD | HUB),
    **dict.fromkeys((AssignTask, StartTask, FinishTask, DismissTask, ReopenTask), WARD | HUB | PROVIDER),
    **dict.fromkeys((AcknowledgeEscalation, ActOnEscalation, EndEscalation), frozenset(Role)),
    HoldBoardRound: HUB,
    UndoBoardRound: HUB,
    ReviewCriteria: CLINICIAN,
    OpenSpell: WARD,
    RecordDetails: WARD | HUB,
    MovePerson: WARD,
    EndSpell: WARD,
    ReverseMove: WARD,
    ReverseEnd: WARD,
    ReverseAdmission: WARD,
    ExpectDischarge: WARD | HUB,
    SayHubNeed: WARD | HUB,
    StartLeave: WARD,
    EndLeave: WARD,
    SendToLounge: WARD,
    ReturnToWard: WARD,
    AddOrganisation: MANAGER,
    AddSite: MANAGER,
    AddWard: MANAGER,
    AddHub: MANAGER,
    AddStaff: MANAGER,
    RemoveStaff: MANAGER,
    ListService: MANAGER,
    DescribeService: OF_A_SERVICE,
    DeclareCapacity: OF_A_SERVICE,
    ConfirmCapacity: OF_A_SERVICE,
    CloseService: OF_A_SERVICE,
    ReopenService: OF_A_SERVICE,
    SetCalendar: MANAGER,
    SetLadder: MANAGER | LEAD,
    NameSeniorOfficer: MANAGER | LEAD,
    SetPractice: MANAGER | LEAD,
    ImportSystem: MANAGER,
    AddFeed: MANAGER,
    ChangeFeed: MANAGER,
}

MAY_SEE: dict[str, frozenset[Role]] = {
    "case": PEOPLE,
    "request": HUB,
    "offer": ANSWERS,
    "note": PEOPLE,
    "assessment": PEOPLE,
    "task": PEOPLE,
    "escalation": frozenset(Role),
    "board_round": PEOPLE,
    "spell": PEOPLE,
    "person": PEOPLE,
    "staff": frozenset(Role),
    "place": frozenset(Role),
    "service": frozenset(Role),
    "calendar": frozenset(Role),
    "ladder": frozenset(Role),
    "practice": frozenset(Role),
    "feed": PEOPLE,
}
"""Kind of row -> the roles that may see it. A provider sees no person: an offer is a card that names nobody."""

OF_ORGANISATIONS = frozenset({"service", "offer", "escalation"})
"""Kinds of row whose audience is the organisation that runs them: a provider sees those of their own only."""

MAY_BRING_IN: dict[str, frozenset[Role]] = {
    "ward_list": WARD | MANAGER,
    "caseboard": HUB | MANAGER,
}
"""Kind of list -> the roles that may bring it in, whatever its rows then command; a ward only for its own wards."""

MAY_SETTLE_FEED: frozenset[Role] = HUB | MANAGER
"""Who reads what a feed sent, word for word, and decides about what could not be placed: it names anybody."""

MAY_LOAD_REFERENCE: frozenset[Role] = MANAGER
"""Who loads the tables by which a home is routed, and sees what is loaded. Where a home belongs may be asked by all."""


class NotAllowed(Exception):
    """Your role may not do this here. Ask somebody whose role it is, or sign in with another role."""


def check(me: Me, command: type[Command]) -> None:
    """Raise NotAllowed unless this person's role may give this command."""
    if not may_command(me, command):
        raise NotAllowed


def check_sight(me: Me, kind: str) -> None:
    """Raise NotAllowed unless this person's role may see this kind of row."""
    if not may_see(me, kind):
        raise NotAllowed


def may_see(me: Me, kind: str) -> bool:
    """Whether this person's role may see this kind of row."""
    return me.role in MAY_SEE.get(kind, frozenset())


def may_see_assessment(me: Me) -> bool:
    """Whether this person may read assessments whole; a provider only through a request, which says so there."""
    return me.role in PEOPLE


def check_sees_assessment(me: Me) -> None:
    """Raise NotAllowed unless this person may read assessments."""
    if not may_see_assessment(me):
        raise NotAllowed


def row_filter(me: Me, row: Seen) -> bool:
    """Whether this row may be sent to this person's screen."""
    if not may_see(me, row.kind) or row.audience is None:
        return may_see(me, row.kind)
    if row.kind in OF_ORGANISATIONS:
        return me.role is not Role.PROVIDER or row.audience == str(me.organisation_id)
    return me.role in READERS[Audience(row.audience)]


def sees_of(me: Me, organisation: UUID) -> bool:
    """Whether this person may see what is shown of one organisation's services."""
    return me.role is not Role.PROVIDER or me.organisation_id == organisation


def check_runs(me: Me, organisation: UUID) -> None:
    """Raise NotAllowed where a provider sees or speaks for a service of another organisation."""
    if not sees_of(me, organisation):
        raise NotAllowed


def audiences(me: Me) -> list[Audience]:
    """The audiences whose notes this person may read, and for which they may write."""
    return [audience for audience, roles in READERS.items() if me.role in roles]


def check_settles_feed(me: Me) -> None:
    """Raise NotAllowed unless this person's role may read and settle the messages of feeds."""
    if me.role not in MAY_SETTLE_FEED:
        raise NotAllowed


def check_loads_reference(me: Me) -> None:
    """Raise NotAllowed unless this person's role may load reference tables."""
    if me.role not in MAY_LOAD_REFERENCE:
        raise NotAllowed


def may_command(me: Me, command: type[Command]) -> bool:
    """Whether this person's role may give this command."""
    return me.role in MAY_COMMAND.get(command, frozenset())


def abilities(me: Me) -> list[str]:
    """What this person may do, by the commands' names in snake case; the pages show only these moves."""
    names = [command.__name__ for command, roles in MAY_COMMAND.items() if me.role in roles]
    names += [f"bring_in_{kind}" for kind, roles in MAY_BRING_IN.items() if me.role in roles]
    names += ["load_reference"] if me.role in MAY_LOAD_REFERENCE else []
    names += ["settle_feed"] if me.role in MAY_SETTLE_FEED else []
    return sorted(re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in names)
