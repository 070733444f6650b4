"""Which templates, and which of their lines, are for this case: by acceptance, pathway and what the form says."""

from collections.abc import Iterator

from app.domain.case.flags import flags
from app.domain.case.form import GoingTo, Help, Lives, Need, ReferralForm, Risk
from app.domain.case.state import Case
from app.domain.codes.flags import Flag
from app.domain.codes.pathways import Pathway
from app.domain.practice.tasks import TaskLine, Template

_OF_FLAG = {
    Flag.CAPACITY_DOUBT: "capacity_doubt",
    Flag.LACKS_CAPACITY: "lacks_capacity",
    Flag.TWO_PEOPLE: "two_carers",
    Flag.OVER_WEIGHT_LIMIT: "long_notice_transport",
    Flag.SAFEGUARDING_STOPS_LEAVING: "safeguarding_stops_leaving",
}
_OF_NEED = {
    Need.MEDICINES_HELP: "compliance_aid",
    Need.EQUIPMENT: "equipment",
    Need.NURSING_TASK: "nursing_due_in_24_hours",
}
_PACKAGES = {Help.PACKAGE_ACTIVE, Help.PACKAGE_PAUSED}


def templates_of(case: Case) -> frozenset[Template]:
    """Core once the hub accepted the case, its pathway, and the overlays that the form or the home calls for."""
    return frozenset(_templates(case)) if case.accepted_with else frozenset()


def tags_of(case: Case) -> frozenset[str]:
    """The conditions of template lines that hold. Transport is taken as used until somebody says otherwise."""
    return frozenset(_tags(case.form, case.pathway.given if case.pathway else None, _is_out_of_area(case)))


def applies(line: TaskLine, templates: frozenset[Template], tags: frozenset[str]) -> bool:
    """Whether this line is for a case of these templates, of which that is said."""
    return line.template in templates and (line.applies_if is None or line.applies_if in tags)


def _templates(case: Case) -> Iterator[Template]:
    form = case.form
    needs = form.needs.needs if form.needs else frozenset()
    risks = form.risks.risks if form.risks else frozenset()
    yield Template.CORE
    if case.pathway:
        yield Template(case.pathway.given)
    if Need.END_OF_LIFE in needs:
        yield Template.END_OF_LIFE
    if Flag.NO_HOME in flags(form, best_interests=False):
        yield Template.HOMELESS
    if _is_out_of_area(case):
        yield Template.OUT_OF_AREA
    if Need.LEARNING_DISABILITY_OR_AUTISM in needs:
        yield Template.LEARNING_DISABILITY
    if Risk.SAFEGUARDING in risks:
        yield Template.SAFEGUARDING
    if Risk.INFECTION in risks:
        yield Template.OUTBREAK


def _tags(form: ReferralForm, given: Pathway | None, out_of_area: bool) -> Iterator[str]:
    yield "transport_used"
    yield from (_OF_FLAG[flag] for flag in flags(form, best_interests=False) if flag in _OF_FLAG)
    if form.needs:
        yield from (_OF_NEED[need] for need in form.needs.needs if need in _OF_NEED)
    if form.risks and Risk.RESPECT_OR_DNACPR in form.risks.risks:
        yield "respect_form"
    if form.before and form.before.help & _PACKAGES:
        yield "restart"
    if _to_care_home(form):
        yield "own_care_home"
    if given in (Pathway.P2, Pathway.P3) or _to_care_home(form):
        yield "shared_setting"
    elif given is not None:
        yield "going_home"
    if out_of_area:
        yield "long_notice_transport"


def _to_care_home(form: ReferralForm) -> bool:
    lives = form.before is not None and form.before.lives is Lives.CARE_HOME
    return lives or (form.person is not None and form.person.going_to is GoingTo.OWN_CARE_HOME)


def _is_out_of_area(case: Case) -> bool:
    return case.tasks.route is not None and case.tasks.route.out_of_area
