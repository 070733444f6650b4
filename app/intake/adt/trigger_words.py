"""What each trigger of an ADT message means, in the words of the ward."""

_WORDS = {
    "A01": "admitted",
    "A02": "moved",
    "A03": "discharged",
    "A04": "registered",
    "A05": "admission expected",
    "A06": "became an in-patient",
    "A07": "became an out-patient",
    "A08": "details changed",
    "A11": "admission cancelled",
    "A12": "move cancelled",
    "A13": "discharge cancelled",
    "A14": "admission expected",
    "A15": "move planned",
    "A16": "discharge planned",
    "A17": "beds swapped",
    "A18": "two records merged",
    "A21": "went on leave",
    "A22": "back from leave",
    "A23": "visit deleted",
    "A25": "planned discharge withdrawn",
    "A26": "planned move withdrawn",
    "A27": "expected admission cancelled",
    "A28": "person added",
    "A29": "person deleted",
    "A30": "two records merged",
    "A31": "person changed",
    "A34": "two records merged",
    "A38": "expected admission cancelled",
    "A39": "two records merged",
    "A40": "two records merged",
    "A41": "visit given to another record",
    "A44": "visit given to another record",
    "A45": "visit given to another record",
    "A47": "hospital number changed",
    "A50": "visit number changed",
    "A52": "leave cancelled",
    "A53": "return from leave cancelled",
}


def trigger_words(trigger: str) -> str:
    """Such as "A02 moved"; the code alone where the hub makes nothing of it."""
    if not trigger:
        return "No trigger"
    return f"{trigger} {_WORDS[trigger]}" if trigger in _WORDS else trigger
