"""The lists of codes of the referral form's fields, with their words."""

from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel

from app.domain.case import form


class FormCode(BaseModel):
    """One entry of a list."""

    code: str
    words: str


class FormCodes(BaseModel):
    """What may be answered to the fields of the form, by what is asked."""

    going_to: list[FormCode]
    agrees: list[FormCode]
    accessible: list[FormCode]
    capacity: list[FormCode]
    representatives: list[FormCode]
    lives: list[FormCode]
    help: list[FormCode]
    levels: list[FormCode]
    needs: list[FormCode]
    nursing: list[FormCode]
    mind: list[FormCode]
    risks: list[FormCode]
    access: list[FormCode]
    willing: list[FormCode]


def form_codes() -> FormCodes:
    """Every list of the form."""
    return FormCodes(
        going_to=_plain(form.GoingTo),
        agrees=_plain(form.Agrees),
        accessible=_plain(form.Accessible),
        capacity=_plain(form.CapacityState),
        representatives=_plain(form.Representative),
        lives=_plain(form.Lives),
        help=_plain(form.Help),
        levels=_plain(form.Level),
        needs=_plain(form.Need),
        nursing=_plain(form.NursingTask),
        mind=_plain(form.MindItem),
        risks=_plain(form.Risk),
        access=_plain(form.Access),
        willing=_plain(form.Willing),
    )


_WORDS = {
    form.Agrees.AGREES: "Agrees to the referral and to sharing",
    form.Agrees.DOES_NOT_AGREE: "Told, does not agree",
    form.Agrees.BEST_INTERESTS: "Cannot decide: in their best interests",
    form.CapacityState.NO_DOUBT: "No doubt",
    form.CapacityState.DOUBT: "Doubt about this decision",
    form.CapacityState.LACKS: "Lacks capacity for this decision",
    form.Representative.ATTORNEY_HEALTH: "Attorney for health",
    form.Representative.ATTORNEY_FINANCE: "Attorney for finance",
    form.Representative.ADVOCATE_NEEDED: "Advocate needed (IMCA)",
    form.Risk.RESPECT_OR_DNACPR: "ReSPECT or DNACPR",
    form.MindItem.ONE_TO_ONE: "One-to-one in the last 72 hours",
    form.Level.TWO_PEOPLE: "Two people or a hoist",
    form.NursingTask.IV: "IV",
}
"""Where a code does not read as words by itself."""


def _plain(codes: Iterable[StrEnum]) -> list[FormCode]:
    return [FormCode(code=code, words=_words(code)) for code in codes]


def _words(code: StrEnum) -> str:
    return {str(each): words for each, words in _WORDS.items()}.get(code, code.replace("_", " ").capitalize())
