"""Small forms for tests, written as FHIR writes them."""

from typing import Any

from app.domain.assessment.checking import check
from app.domain.assessment.form import Form
from app.domain.assessment.loading import load_form


def form_of(*items: dict[str, Any], **more: Any) -> Form:
    return load_form({"resourceType": "Questionnaire", "id": "small", "version": "1", "item": list(items), **more})


def asked(link_id: str, type_: str = "string", **more: Any) -> dict[str, Any]:
    return {"linkId": link_id, "text": link_id.title(), "type": type_, **more}


def options(*codes: str) -> list[dict[str, Any]]:
    return [{"valueCoding": {"code": code, "display": code.title()}} for code in codes]


def when(question: str, operator: str, **answer: Any) -> dict[str, Any]:
    return {"question": question, "operator": operator, **answer}


def faults_in(form: Form, answers: dict[str, Any]) -> list[tuple[str, str]]:
    """The linkId and code of each fault."""
    return [(fault.link_id, fault.code) for fault in check(form, answers)]
