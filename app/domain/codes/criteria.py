"""The 11 criteria to reside in a hospital bed, looked at for every person in every review.

Source: Hospital discharge and community support guidance (England), Annex D. The words are shortened, the division
into categories is the usual one. The list guides a clinician's judgement; it is no test of eligibility.
"""

from enum import StrEnum


class Criterion(StrEnum):
    """A reason to be in hospital; its words are in `WORDS` and `SHORT`, its category in `CATEGORY`."""

    INTENSIVE_CARE = "intensive_care"
    OXYGEN = "oxygen"
    IV_FLUIDS = "iv_fluids"
    NEWS_ABOVE_3 = "news_above_3"
    CONSCIOUSNESS = "consciousness"
    FUNCTION = "function"
    LAST_HOURS = "last_hours"
    IV_MEDICATION = "iv_medication"
    LOWER_LIMB_SURGERY = "lower_limb_surgery"
    TRUNK_SURGERY = "trunk_surgery"
    INVASIVE_PROCEDURE = "invasive_procedure"


class Category(StrEnum):
    """What kind of reason a criterion is."""

    PHYSIOLOGY = "physiology"
    FUNCTION = "function"
    TREATMENT = "treatment"
    RECOVERY = "recovery"


WORDS = {
    Criterion.INTENSIVE_CARE: "Intensive or high dependency care",
    Criterion.OXYGEN: "Oxygen therapy or non-invasive ventilation",
    Criterion.IV_FLUIDS: "Intravenous fluids",
    Criterion.NEWS_ABOVE_3: "NEWS2 above 3 (judge in atrial fibrillation and chronic respiratory disease)",
    Criterion.CONSCIOUSNESS: "Less conscious, and recovery is realistic",
    Criterion.FUNCTION: "Acute loss of function beyond what home or community care can give",
    Criterion.LAST_HOURS: "Last hours of life",
    Criterion.IV_MEDICATION: "Intravenous medication more than twice a day, pain relief included",
    Criterion.LOWER_LIMB_SURGERY: "Lower limb surgery within 48 hours",
    Criterion.TRUNK_SURGERY: "Chest, abdominal or pelvic surgery under general anaesthetic within 72 hours",
    Criterion.INVASIVE_PROCEDURE: "Invasive procedure within 24 hours, with a risk of sudden deterioration",
}

SHORT = {
    Criterion.INTENSIVE_CARE: "intensive or high dependency care",
    Criterion.OXYGEN: "oxygen",
    Criterion.IV_FLUIDS: "IV fluids",
    Criterion.NEWS_ABOVE_3: "NEWS2 above 3",
    Criterion.CONSCIOUSNESS: "less conscious",
    Criterion.FUNCTION: "acute loss of function",
    Criterion.LAST_HOURS: "last hours of life",
    Criterion.IV_MEDICATION: "IV medication",
    Criterion.LOWER_LIMB_SURGERY: "lower limb surgery",
    Criterion.TRUNK_SURGERY: "chest, abdominal or pelvic surgery",
    Criterion.INVASIVE_PROCEDURE: "invasive procedure",
}
"""For a card, a row and the middle of a sentence."""

CATEGORY = {
    Criterion.INTENSIVE_CARE: Category.PHYSIOLOGY,
    Criterion.OXYGEN: Category.PHYSIOLOGY,
    Criterion.IV_FLUIDS: Category.PHYSIOLOGY,
    Criterion.NEWS_ABOVE_3: Category.PHYSIOLOGY,
    Criterion.CONSCIOUSNESS: Category.PHYSIOLOGY,
    Criterion.FUNCTION: Category.FUNCTION,
    Criterion.LAST_HOURS: Category.FUNCTION,
    Criterion.IV_MEDICATION: Category.TREATMENT,
    Criterion.LOWER_LIMB_SURGERY: Category.RECOVERY,
    Criterion.TRUNK_SURGERY: Category.RECOVERY,
    Criterion.INVASIVE_PROCEDURE: Category.RECOVERY,
}
