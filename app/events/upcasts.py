"""Old shapes of events, and how each becomes the shape that replaced it. What was stored once is read for ever."""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


def _referral_with_a_form(old: Json) -> Json:
    """Needs and free text became two of the form's twelve fields; words stay sealed as they are."""
    said = {name: value for name, value in old.items() if name not in ("needs", "words")}
    return said | {"form": {"needs": {"needs": old["needs"]}, "why_in_hospital": old["words"] or None}}


def _pathway_with_unmet_demand(old: Json) -> Json:
    """Which reasons count as unmet demand for P1 became the hub's own to say; until then it was this one."""
    return old | {"unmet_p1": old["why_not_home"] == "H15"}


UPCASTS: dict[str, tuple[str, Callable[[Json], Json]]] = {
    "referral.submitted.1": ("referral.submitted.2", _referral_with_a_form),
    "referral.resubmitted.1": ("referral.resubmitted.2", _referral_with_a_form),
    "case.pathway_decided.1": ("case.pathway_decided.2", _pathway_with_unmet_demand),
}
"""Old stored name -> the name that replaced it, and how its JSON becomes that one's."""
