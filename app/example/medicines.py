"""What example clinicians tell of medicines that were changed. Nobody takes them."""

from random import Random

NOT_CHANGED = 0.2
MEDICINES: tuple[dict[str, str], ...] = (
    {
        "how": "started",
        "medicine": "Apixaban 5 mg tablets, one in the morning and one in the evening",
        "why": "To stop blood clots, because your heart beats unevenly.",
    },
    {
        "how": "started",
        "medicine": "Paracetamol 500 mg, two, up to four times",
        "why": "For the pain in your hip.",
    },
    {
        "how": "started",
        "medicine": "Doxycycline 100 mg capsules, one a day for four more days",
        "why": "For your chest infection.",
    },
    {
        "how": "changed",
        "medicine": "Ramipril 2.5 mg, one in the morning, where it was 5 mg",
        "why": "Your blood pressure was too low.",
    },
    {
        "how": "changed",
        "medicine": "Furosemide 40 mg, two in the morning, where it was one",
        "why": "To take more water off your legs and lungs.",
    },
    {"how": "stopped", "medicine": "Ibuprofen 400 mg tablets", "why": "It can make your stomach bleed."},
    {"how": "stopped", "medicine": "Amitriptyline 10 mg at night", "why": "It made you drowsy, and you fell."},
)


def changed(chance: Random) -> list[dict[str, str]]:
    """Up to three of them; of some people none was changed."""
    return [] if chance.random() < NOT_CHANGED else chance.sample(MEDICINES, chance.randint(1, 3))
