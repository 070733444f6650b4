"""The feed says why somebody was admitted: the words that it said last, whatever order they came in."""

from app.domain.spell import AdmissionReasonTold, TellAdmissionReason
from app.domain.values import Words
from tests.domain.given import FEED
from tests.domain.spell.stay import SPELL_ID, after, hours, opened, spell_after

FALL, HIP = Words("Fall"), Words("Fractured hip")


def tell(words: Words, n: float = 20) -> TellAdmissionReason:
    return TellAdmissionReason(spell_id=SPELL_ID, by=FEED, at=hours(n), told_at=hours(n), words=words)


def said(words: Words, n: float) -> tuple[object, ...]:
    return hours(n), AdmissionReasonTold(words=words), hours(n)


def test_it_is_kept_once_however_often_it_is_repeated() -> None:
    assert after(opened, then=tell(FALL)) == [AdmissionReasonTold(words=FALL)]
    assert after(opened, said(FALL, 10), then=tell(FALL)) == []
    assert after(opened, said(FALL, 10), then=tell(HIP)) == [AdmissionReasonTold(words=HIP)]


def test_what_was_said_last_counts_whenever_it_came() -> None:
    assert spell_after(opened).admission_reason is None
    assert spell_after(opened, said(FALL, 10), said(HIP, 20)).admission_reason == HIP
    assert spell_after(opened, said(HIP, 20), said(FALL, 10)).admission_reason == HIP
