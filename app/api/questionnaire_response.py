"""The latest version of an assessment as a FHIR R4 QuestionnaireResponse."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any
from uuid import UUID

from app.api.assessment_reading import CaseRead
from app.api.questionnaire_response_bodies import SIGNING
from app.domain.assessment.form import Form
from app.domain.assessment.response import response_items
from app.domain.assessment.sealing import as_answers
from app.domain.assessment.starting import filled_from
from app.domain.case import AssessmentSigned
from app.domain.codes.assessors import COMPETENCIES, SEEN_WHERE, Competency
from app.domain.decider import Recorded
from app.domain.practice import PracticeKind
from app.domain.rejections import NotKnown
from app.forms import find_form
from app.people.lookup import Identity
from app.views.phrases import Names, coded

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"


def questionnaire_response(read: CaseRead, assessment_id: UUID) -> dict[str, Any]:
    """Whose it is, who signed it and when, and the answers nested as the form nests. Raises NotKnown."""
    signings = read.signings(assessment_id)
    if not signings:
        raise NotKnown(what="assessment")
    latest = signings[-1]
    event = latest.event
    form = find_form(event.form, event.form_version)
    if form is None:
        raise NotKnown(what="form")
    answers = as_answers(event.answers) | filled_from(form, signing_facts(event, read.names))
    return {
        "resourceType": "QuestionnaireResponse",
        "id": str(assessment_id),
        "meta": {"versionId": str(event.number)},
        "questionnaire": f"{form.url}|{form.version}",
        "status": "completed" if event.number == 1 else "amended",
        "subject": _subject(read),
        "extension": [{"url": SIGNING, "extension": [*_signing(event)]}],
        "authored": f"{latest.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "author": _author(latest, read),
        **_items(form, answers),
    }


def signing_facts(event: AssessmentSigned, names: Names) -> dict[str, Sequence[Any]]:
    """Who signed and when the person was seen, by the names that a form fills from."""
    facts = {
        "signing.competency": COMPETENCIES[Competency(event.competency)],
        "signing.agreement": coded(names, PracticeKind.ASSESSMENT_AGREEMENTS, event.agreement),
        "signing.employer": event.employer,
        "signing.seen_at": f"{event.seen_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "signing.seen_where": SEEN_WHERE[event.seen_where],
        "signing.seen_with": event.seen_with,
    }
    return {name: [said] for name, said in facts.items() if said}


def _signing(event: AssessmentSigned) -> Iterator[dict[str, Any]]:
    """The same in codes, so that the response can be brought in again whatever its form shows of them."""
    yield {"url": "competency", "valueCode": event.competency}
    yield {"url": "agreement", "valueCode": event.agreement}
    yield {"url": "employer", "valueString": event.employer}
    yield {"url": "seen_at", "valueDateTime": f"{event.seen_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
    yield {"url": "seen_where", "valueCode": event.seen_where}
    if event.seen_with:
        yield {"url": "seen_with", "valueString": event.seen_with}


def _items(form: Form, answers: dict[str, Any]) -> dict[str, Any]:
    items = response_items(form, answers)
    return {"item": items} if items else {}  # FHIR has no empty lists: of an erased person nothing is left


def _subject(read: CaseRead) -> dict[str, Any]:
    subject: dict[str, Any] = {"reference": f"Patient/{read.case.person_id}"}
    number = _nhs_number(read.person)
    return subject | ({"identifier": {"system": NHS_NUMBER, "value": number}} if number else {})


def _nhs_number(person: Identity | None) -> str | None:
    return person.nhs_number if person and person.nhs_number_verified else None


def _author(signed: Recorded[AssessmentSigned], read: CaseRead) -> dict[str, Any]:
    name = read.names.get(UUID(signed.by.id))
    return {"reference": f"Practitioner/{signed.by.id}"} | ({"display": name} if name else {})
