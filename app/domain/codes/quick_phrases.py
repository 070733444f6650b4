"""Notes that are written many times a day, ready to take over and finish. Local default list."""

WORDS = {
    "family_no_answer": "Rang family, no answer.",
    "family_told": "Spoke with family; they know the plan.",
    "provider_rang": "Rang provider, waiting for them to ring back.",
    "provider_rang_back": "Provider rang back: ",
    "therapy_seen": "Therapy seen today: ",
    "therapy_waits": "Waiting for therapy.",
    "medicines_ordered": "Medicines to take home ordered.",
    "transport_booked": "Transport booked for ",
    "equipment_ordered": "Equipment ordered, due ",
    "social_worker_rang": "Spoke with social worker: ",
}
