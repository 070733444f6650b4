"""How many examples a costly property is tried on: a few in each run, ten times as many when it is run thoroughly.

Every run tries others, so that the few come to many. Whoever changes what they are about runs them thoroughly:
`make test ARGS='--hypothesis-profile=thorough tests/intake'`.
"""

from hypothesis import HealthCheck, settings

USUAL, THOROUGH = 100, 1_000


def load() -> None:
    """The profiles; the usual one holds unless another is asked for. A machine that is busy fails no test."""
    unhurried = settings(max_examples=USUAL, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("usual", unhurried)
    settings.register_profile("thorough", unhurried, max_examples=THOROUGH)
    settings.load_profile("usual")


def a_few(examples: int) -> settings:
    """So many examples in each run; they share what the test's fixtures made."""
    return settings(
        max_examples=examples * settings().max_examples // USUAL,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
