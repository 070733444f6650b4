"""What a hospital's own system says of one person's stays, as real ones do: any steps that may follow one another."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.intake.adt.telling import IDA, Someone, retiring

Message = dict[str, Any]
"""As `Hospital.write` takes it."""

BEDS = [{"ward": "ASH", "bed": "A1-01"}, {"ward": "ASH", "bed": "A1-02"}, {"ward": "BIRCH", "bed": "B1"}]
OLDER_NUMBER = "H0^^^RXX^MR"

STEPS = {
    "admission told again": "A01", "to be admitted": "A05", "moved": "A02", "move cancelled": "A12",
    "late move": "A02", "details": "A08", "person": "A31", "bed put right": "A08", "expected date": "A08",
    "date taken back": "A08", "discharge planned": "A16", "plan withdrawn": "A25", "move planned": "A15",
    "move plan withdrawn": "A26", "on leave": "A21", "back from leave": "A22", "out-patient": "A07",
    "in-patient": "A06", "fit": "A08", "not fit": "A08", "discharged": "A03", "discharge put right": "A03",
    "time of leaving": "A08",
    "back after all": "A13", "died": "A03", "dead": "A31", "lives": "A31", "never came": "A11", "came after all": "A01",
    "merged": "A40",
}  # fmt: skip
"""What may happen, and the message it is told by."""


@dataclass(slots=True)
class Story:
    """Messages so far, in the order in which they were told: one each five minutes, a minute after it happened."""

    person: Someone = IDA
    beds: list[dict[str, str]] = field(default_factory=lambda: [BEDS[0]])
    messages: list[Message] = field(default_factory=list)
    died_at: str = ""

    def happens(self, step: str, choice: int) -> None:
        """Tell of one more thing; `choice` is which bed, day or detail it is about."""
        said = self._said(step, choice)
        usual = {"at": self._clock(0), "sent": f"{self._clock(1)[:-3]}:30", **self.beds[-1]}
        self.messages.append({"trigger": STEPS[step], "person": self.person, **usual, **said})

    def _said(self, step: str, choice: int) -> Message:
        match step:
            case "moved":
                self.beds.append(BEDS[choice % 3])
                return {}
            case "late move":
                return BEDS[choice % 3] | {"at": self._clock(-12)}
            case "move cancelled":
                gone = self.beds.pop() if len(self.beds) > 1 else BEDS[choice % 3]
                prior = {"prior": f"{gone['ward']}^^{gone['bed']}"} if choice % 2 else {}
                return {"at": self._clock(-7), **self.beds[-1], **prior}
            case "details" | "person":
                self.person = replace(self.person, phone=f"01632 96000{choice}", name=f"Marrow^Ida{choice}^^^Mrs^^L")
                return {"person": self.person}
            case "bed put right":
                self.beds[-1] = BEDS[choice % 3]
                return self.beds[-1]
            case "discharged" | "discharge put right" | "time of leaving":
                return {"left": self._clock(choice), "method": "1"}
            case "dead":
                self.died_at = self.died_at or (self._clock(-choice) if choice % 2 else "")
                return {"person": replace(self.person, died="Y", died_at=self.died_at)}
            case _:
                return self._words(step, choice)

    def _words(self, step: str, choice: int) -> Message:
        place = BEDS[choice % 3]
        said: dict[str, Message] = {
            "expected date": {"edd": f"2026061{choice}"},
            "discharge planned": {"edd": f"2026061{choice}"},
            "date taken back": {"edd": '""'},
            "move planned": {"pending": f"{place['ward']}^^{place['bed']}" if choice else ""},
            "out-patient": {"kind": "O"},
            "fit": {"fit": "Y", "fit_since": f"2026053{choice % 2}"},
            "not fit": {"fit": "N"},
            "died": {"method": "4"},
            "lives": {"person": replace(self.person, died="N")},
            "merged": {"more": retiring(OLDER_NUMBER)},
        }
        return said.get(step, {})

    def _clock(self, minutes: int) -> str:
        return str(timedelta(hours=10, minutes=30 + 5 * len(self.messages) + minutes))


def story(steps: list[tuple[str, int]], older_number: set[int]) -> list[Message]:
    """An admission and what happened after it; where a merge comes, these messages say the older number only."""
    told = Story()
    for step, choice in [("admission told again", 0), *steps]:
        told.happens(step, choice)
    if any(message["trigger"] == "A40" for message in told.messages):
        for index in older_number & set(range(len(told.messages))):
            message = told.messages[index]
            if message["trigger"] != "A40":
                message["person"] = replace(message["person"], numbers=OLDER_NUMBER)
    return told.messages


stories = st.builds(
    story,
    st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 4)), min_size=2, max_size=7),
    st.sets(st.integers(0, 7)),
)


AGAIN = {
    "left": ("A03", "V1"), "left later": ("A03", "V1"), "back after all": ("A13", "V1"), "moved": ("A02", "V1"),
    "admitted again": ("A01", "V2"), "left again": ("A03", "V2"), "back again after all": ("A13", "V2"),
    "not admitted again": ("A11", "V2"), "day case after all": ("A07", "V2"), "moved again": ("A02", "V2"),
    "a third time": ("A01", "V3"), "not a third time": ("A11", "V3"),
}  # fmt: skip
"""What may happen to somebody who comes and goes, by which message, and of which visit."""


def coming_and_going(steps: list[str]) -> list[Message]:
    """One visit after another; the times are those at which it is told, and so in the order of the story."""
    messages: list[Message] = [{"trigger": "A01", "visit": "V1", "at": "10:00", "sent": "10:00"}]
    admitted = {"V1": "10:00"}
    for n, (trigger, visit) in enumerate(map(AGAIN.__getitem__, steps), start=1):
        now = str(timedelta(hours=10, minutes=5 * n))
        admitted.setdefault(visit, now)
        said = {
            "visit": visit,
            "bed": f"A1-0{visit[1]}",
            "admitted": admitted[visit],
            "at": now,
            "sent": f"{now[:-3]}:30",
        }
        said |= {"left": now, "method": "1"} if trigger == "A03" else {"kind": "O"} if trigger == "A07" else {}
        messages.append({"trigger": trigger, **said})
    return messages


again = st.builds(coming_and_going, st.lists(st.sampled_from(sorted(AGAIN)), min_size=2, max_size=7))
