"""Where an assessment starts: an earlier one, then the referral, then the form's own beginnings."""

from typing import Any

from app.domain.assessment.starting import Source, start
from tests.domain.assessment.asking import asked, form_of, options

FROM_WHY = [{"url": "urn:homeward:fhir:filled-from", "valueString": "referral.why_in_hospital"}]
FROM_NEEDS = [{"url": "urn:homeward:fhir:filled-from", "valueString": "referral.needs.needs"}]
SIGNED = [{"url": "urn:homeward:fhir:filled-from", "valueString": "signing.agreement"}]
FORM = form_of(
    asked("why", "text", extension=FROM_WHY),
    asked("needs", "choice", answerOption=options("meals", "care"), repeats=True, extension=FROM_NEEDS),
    asked("calm", "boolean", initial=[{"valueBoolean": True}]),
    asked("agreement", readOnly=True, extension=SIGNED),
    asked("goals", "group", repeats=True, item=[asked("what"), asked("by", "date")]),
)


def test_what_is_known_is_filled_in_and_says_where_it_comes_from() -> None:
    begun = start(FORM, {"referral.why_in_hospital": ["Fell."], "referral.needs.needs": ["care", "meals"]}, {})
    assert begun.answers == {"why": ["Fell."], "needs": ["care", "meals"], "calm": (True,)}
    assert begun.sources == {"why": Source.REFERRAL, "needs": Source.REFERRAL, "calm": Source.FORM}


def test_an_earlier_assessment_goes_before_the_referral() -> None:
    earlier: dict[str, list[Any]] = {"why": ["Fell twice."], "goals": [{"what": ["Walk"]}]}
    begun = start(FORM, {"referral.why_in_hospital": ["Fell."]}, earlier)
    assert begun.answers["why"] == ["Fell twice."]
    assert begun.answers["goals"] == [{"what": ["Walk"]}]
    assert begun.sources["why"] is Source.EARLIER


def test_what_the_form_no_longer_takes_is_left_out() -> None:
    earlier: dict[str, list[Any]] = {
        "gone": ["x"],
        "calm": ["yes"],
        "agreement": ["x"],
        "goals": [{"by": ["soon"]}, {"who": ["x"]}],
    }
    begun = start(FORM, {"referral.needs.needs": ["care", "equipment"]}, earlier)
    assert begun.answers == {"needs": ["care"], "calm": (True,)}
