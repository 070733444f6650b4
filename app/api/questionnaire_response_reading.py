"""What a QuestionnaireResponse that is brought in says: the form it answers, whose it is, the answers, who assessed."""

from dataclasses import dataclass
from typing import Any

from app.api.assessment_reading import CaseRead
from app.api.questionnaire_response import NHS_NUMBER
from app.api.questionnaire_response_bodies import QuestionnaireResponseIn, SubjectTold
from app.domain.assessment.bringing_in import brought_in
from app.domain.assessment.form import Form
from app.domain.case.assessing import AnswersFaulty, FormNotKnown
from app.domain.local_time import LOCAL
from app.domain.rejections import Rejection
from app.forms import kept_forms

NEEDED = ("competency", "agreement", "employer", "seen_at", "seen_where")


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers without a fault, and the form that they are to."""

    form: Form
    answers: dict[str, list[Any]]


def answered(response: QuestionnaireResponseIn, read: CaseRead, *, whole: bool) -> Answered:
    """The answers of this response, on this case. Raises FormNotKnown, ResponseOfSomebodyElse and AnswersFaulty."""
    form = _form(response.questionnaire)
    if response.subject and _is_somebody_else(response.subject, read):
        raise ResponseOfSomebodyElse(fields="subject")
    answers, faults = brought_in(form, response.items(), whole=whole)
    if faults:
        raise AnswersFaulty(faults)
    return Answered(form, answers)


def signing(response: QuestionnaireResponseIn) -> dict[str, Any]:
    """Who assessed and where, for the command. Raises ResponseNotFinished and AssessorNotTold."""
    if response.status == "in-progress":
        raise ResponseNotFinished(fields="status")
    missing = [name for name in NEEDED if getattr(response.signing, name) is None]
    if missing:
        raise AssessorNotTold(fields=",".join(missing))
    return dict(response.signing)


def particulars(response: QuestionnaireResponseIn) -> dict[str, str]:
    """Who assessed and where, as the page that goes on with the draft keeps it: beside the answers, date from time."""
    told = {f"~{name}": str(value) for name, value in response.signing if value is not None}
    told.pop("~seen_at", None)
    if response.signing.seen_at is None:
        return told
    seen = response.signing.seen_at.astimezone(LOCAL)
    return told | {"~seen_on": f"{seen:%Y-%m-%d}", "~seen_time": f"{seen:%H:%M}"}


def _form(questionnaire: str) -> Form:
    url, _, version = questionnaire.partition("|")
    found = [kept.form for kept in kept_forms().values() if (kept.form.url, kept.form.version) == (url, version)]
    if not found:
        raise FormNotKnown(fields="questionnaire")
    return found[0]


def _is_somebody_else(subject: SubjectTold, read: CaseRead) -> bool:
    """By the NHS number where both have one; else by the reference, where it is one of ours."""
    number, told = read.person and read.person.nhs_number, subject.identifier
    if number and told and told.system == NHS_NUMBER and told.value:
        return told.value != number
    return bool(subject.reference) and subject.reference not in {
        f"Patient/{each}" for each in (read.case.person_id, read.person and read.person.person_id) if each
    }


class ResponseOfSomebodyElse(Rejection):
    """The subject of this response is not the person of this case. Put it to the case of whom it is about."""


class ResponseNotFinished(Rejection):
    """This response is still in progress. Put it as a draft, or again once it is completed."""


class AssessorNotTold(Rejection):
    """A signed assessment says who assessed, by what authority, and when and where they saw the person.

    Add what is missing to the extension urn:homeward:fhir:signing, or put the response as a draft.
    """
