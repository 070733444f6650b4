"""The ward, or a feed, tells the hub of likely needs before the referral: from the first day, in two taps."""

from dataclasses import dataclass

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.form import Need
from app.domain.case.referral import AlreadyHasLiveCase, SpellNotOpen
from app.domain.case.state import Case, NotReferred
from app.domain.routing import HomeRoute
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId, PersonId, SpellId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyAlertRaised:
    """The hub was told that this person will probably need it. `likely` may be empty: it is not known yet."""

    person_id: PersonId
    spell_id: SpellId
    hub_id: HubId
    likely: frozenset[Need]
    words: Words | None
    route: HomeRoute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseEarlyAlert(CaseCommand):
    """Tell the hub early."""

    spell_id: SpellId
    hub_id: HubId
    likely: frozenset[Need]
    words: Words | None
    route: HomeRoute | None = None


def raise_early_alert(command: RaiseEarlyAlert, case: Case, facts: CaseFacts) -> list[EarlyAlertRaised]:
    """Once for a person: who has a live case is known to the hub already (DOMAIN rule 5)."""
    if not isinstance(case.stage, NotReferred):
        if (case.spell_id, case.hub_id) == (command.spell_id, command.hub_id):
            return []
        raise AlreadyHasLiveCase(case_id=str(command.case_id))
    if not facts.hub_known:
        raise HubNotKnown
    if facts.spell_person is None:
        raise SpellNotOpen
    if facts.live_case is not None:
        raise AlreadyHasLiveCase(case_id=str(facts.live_case))
    return [
        EarlyAlertRaised(
            person_id=facts.spell_person,
            spell_id=command.spell_id,
            hub_id=command.hub_id,
            likely=command.likely,
            words=command.words,
            route=command.route,
        )
    ]
