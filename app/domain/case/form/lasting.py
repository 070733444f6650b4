"""What of an earlier referral may still be true in a later stay (our local default): offered, never taken as said.

What was agreed to, who was willing to care, and all that was about the stay itself must be asked again.
"""

from dataclasses import fields, replace

from app.domain.case.form import Agreement, Agrees, Change, Function, People, ReferralForm


def lasting(form: ReferralForm) -> ReferralForm:
    """The answers that keep their worth, without the parts that do not; of *function* what was managed before."""
    return ReferralForm(
        person=form.person,
        told_and_agrees=_how_to_speak(form.told_and_agrees),
        what_matters=form.what_matters,
        before=replace(form.before, held_until=None) if form.before else None,
        function=_managed_before(form.function),
        people=_who(form.people),
    )


def _how_to_speak(said: Agreement | None) -> Agreement | None:
    if said is None or not (said.language or said.accessible):
        return None
    return Agreement(agrees=Agrees.NOT_YET_ASKED, language=said.language, accessible=said.accessible)


def _managed_before(said: Function | None) -> Function | None:
    rows = {each.name: getattr(said, each.name) for each in fields(Function)} if said else {}
    before = {name: Change(before=row.before) for name, row in rows.items() if row and row.before}
    return Function(**before) if before else None


def _who(said: People | None) -> People | None:
    if said is None or not (said.carer or said.carer_phone or said.knows_best):
        return None
    return People(carer=said.carer, carer_phone=said.carer_phone, knows_best=said.knows_best)
