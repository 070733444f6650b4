"""A package of care that waits for the person: until when its provider holds it (DOMAIN rule 3, hub-practice 9 R1).

Active or paused, it is restarted at the same level and the way out is a ward discharge (P0); lapsed, it is P1.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.case.form import Help, ReferralForm

PACKAGES = (Help.PACKAGE_ACTIVE, Help.PACKAGE_PAUSED, Help.PACKAGE_LAPSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The package the person had; `held_until` is a local date, where the ward knows it."""

    state: Help
    held_until: date | None


def package(form: ReferralForm) -> Package | None:
    """What field 7, *before*, says of a package; where it says two things, the one that is still to be had."""
    if form.before is None:
        return None
    state = next((each for each in PACKAGES if each in form.before.help), None)
    return Package(state=state, held_until=form.before.held_until) if state else None


def days_held(held: Package, today: date) -> int | None:
    """Days until the provider gives up a paused package: 0 on the last one, below 0 once it has passed."""
    if held.state is not Help.PACKAGE_PAUSED or held.held_until is None:
        return None
    return (held.held_until - today).days
