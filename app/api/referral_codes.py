"""The lists of the referral form, with the field's words: of a code that is not named here, its own name says it."""

from app.domain.case import form
from app.domain.case.form import ReferralField
from app.domain.case.withdrawing import Withdrawal

WORDS: dict[str, str] = {
    ReferralField.PERSON: "Person and where they are going",
    ReferralField.BEFORE: "Before this stay",
    ReferralField.FUNCTION: "What they manage",
    form.Agrees.AGREES: "Agrees to referral and sharing",
    form.Agrees.DOES_NOT_AGREE: "Told, does not agree",
    form.Agrees.BEST_INTERESTS: "Cannot decide: in their best interests",
    form.Accessible.SIGN_LANGUAGE: "British Sign Language",
    form.Accessible.ADVOCATE_PRESENT: "Somebody with them to speak for them",
    form.CapacityState.NO_DOUBT: "No doubt",
    form.CapacityState.DOUBT: "Doubt about this decision",
    form.CapacityState.LACKS: "Lacks capacity for this decision",
    form.Representative.ATTORNEY_HEALTH: "Attorney for health and welfare",
    form.Representative.ATTORNEY_FINANCE: "Attorney for property and money",
    form.Representative.ADVOCATE: "Independent advocate (IMCA)",
    form.Representative.ADVOCATE_NEEDED: "Independent advocate needed",
    form.Lives.WITH_CARER: "With a carer",
    form.Lives.EXTRA_CARE: "Extra care housing",
    form.Level.ONE_PERSON: "1 person",
    form.Level.TWO_PEOPLE: "2 people or hoist",
    form.Need.SOMEONE_WITHIN_REACH: "Someone within reach all day",
    form.Need.SENSORY: "Sight or hearing",
    form.NursingTask.IV: "IV",
    form.NursingTask.FEED: "Tube feed",
    form.MindItem.DELIRIUM: "Delirium now",
    form.MindItem.ONE_TO_ONE: "One-to-one in the last 72 hours",
    form.Risk.SWALLOWING: "Swallowing (IDDSI)",
    form.Risk.INFECTION: "Infection or isolation",
    form.Risk.OVER_WEIGHT_LIMIT: "Weight over the local limit",
    form.Risk.RESPECT_OR_DNACPR: "ReSPECT or DNACPR",
    form.Risk.DEPRIVATION_OF_LIBERTY: "Deprivation of liberty (DoLS)",
    form.Risk.HOME_UNSAFE: "Home unsafe or no access",
    form.Access.SOMEONE_IN: "Somebody is in",
    form.Willing.WITH_HELP: "Yes, with help",
    form.Willing.NOT_ASKED: "Not asked yet",
    Withdrawal.CANCELLED_BY_WARD: "The ward cancels it: referred by mistake, or stays in hospital",
    Withdrawal.NO_LONGER_NEEDED: "No longer needed: they can go without the hub",
    Withdrawal.PERSON_DECLINED: "The person declined",
}

FUNCTION_ROWS = {
    "transfers": "Bed and chair transfers",
    "walking": "Walking",
    "stairs": "Stairs",
    "wash_and_dress": "Wash and dress",
    "toilet": "Toilet",
    "eat_and_drink": "Eat and drink",
    "medicines": "Taking medicines",
}
