"""A response that was made elsewhere, held against its form: the answers in it, and whatever is wrong with them."""

from collections.abc import Sequence
from typing import Any

from app.domain.assessment.checking import Fault, check
from app.domain.assessment.form import Form
from app.domain.assessment.response import Json, answers_of


def brought_in(form: Form, items: Sequence[Json], *, whole: bool) -> tuple[dict[str, list[Any]], list[Fault]]:
    """The answers that the items of a response hold, and their faults in the order of the form.

    What fills itself in is left out, for it is filled in anew. Only what is `whole` must answer all that is required.
    """
    told, unreadable = answers_of(form, items)
    answers = {link_id: said for link_id, said in told.items() if not form.places[link_id].item.read_only}
    first = [fault for fault in unreadable if not _fills_itself_in(form, fault)]
    where = {fault.link_id for fault in first}
    then = [each for each in check(form, answers) if each.link_id not in where and (whole or each.code != "required")]
    order = {link_id: n for n, link_id in enumerate(form.places)}
    return answers, sorted([*first, *then], key=lambda fault: order.get(fault.link_id, len(order)))


def _fills_itself_in(form: Form, fault: Fault) -> bool:
    place = form.places.get(fault.link_id)
    return place is not None and place.item.read_only
