"""Every event that tells why a stay lasted, with its sentence."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from tests.events.delay_examples import DELAY_EXAMPLES as SAID
from tests.events.invented import TRUST

ORGANISATIONS: dict[UUID, str] = {TRUST: "Northmoor Trust"}
_SAFEGUARDING = "In the way: Ongoing safeguarding concern (WB2) (Council); "

DELAY_LINES: list[tuple[Any, str]] = [
    (
        SAID["delay.blocker_recorded.1"],
        _SAFEGUARDING + "does not stop leaving. “Son has the bank card – raised with the team.”",
    ),
    (
        replace(SAID["delay.blocker_recorded.1"], stops_leaving=True, words=None),
        _SAFEGUARDING + "stops leaving.",
    ),
    (SAID["delay.blocker_marked.1"], "What was in the way now stops leaving."),
    (replace(SAID["delay.blocker_marked.1"], stops_leaving=False), "What was in the way no longer stops leaving."),
    (SAID["delay.blocker_ended.1"], "Out of the way."),
    (SAID["delay.blocker_withdrawn.1"], "What was said to be in the way was a mistake."),
    (
        SAID["delay.reason_set.1"],
        "Reason set: Self-funded care package arrangements still underway (IP10). "
        "“Pays for her own care; the family arranges it.”",
    ),
    (SAID["delay.set_reason_ended.1"], "The reason that was set counts no longer."),
    (
        SAID["night.frozen.1"],
        "Night of Mon 23 Nov frozen: "
        "Home-based rehabilitation, reablement or recovery services not yet available (CA1).",
    ),
    (replace(SAID["night.frozen.1"], reason=None), "Night of Mon 23 Nov frozen: unexplained."),
    (SAID["night.agreed.1"], "Night of Mon 23 Nov: Northmoor Trust agrees."),
    (
        SAID["night.contested.1"],
        "Night of Mon 23 Nov: Northmoor Trust contests it, and says Awaiting patient transport services (HP4). "
        "“The place was free from noon.”",
    ),
    (
        SAID["night.settlement_said.1"],
        "Night of Mon 23 Nov: Northmoor Trust would settle on Awaiting patient transport services (HP4). "
        "“Agreed on the telephone.”",
    ),
    (SAID["night.settled.1"], "Night of Mon 23 Nov settled: Awaiting patient transport services (HP4)."),
    (
        SAID["snapshot.taken.1"],
        "Weekly snapshot of Thu 26 Nov: "
        "Home-based rehabilitation, reablement or recovery services not yet available (CA1). "
        "Told since: the snapshot did not count it.",
    ),
    (
        replace(SAID["snapshot.taken.1"], reason=None, told_late=False),
        "Weekly snapshot of Thu 26 Nov: unexplained.",
    ),
]
