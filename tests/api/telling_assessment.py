"""A trusted assessment in which everything that tells who somebody is stands where people write it."""

from typing import Any
from uuid import uuid4

from tests.api.assessing import ANSWERS, sign, signing
from tests.api.desk import Desk
from tests.api.finding import TELLING, done

CONTACT = "Perpetua Quill, niece, 01632 960963"
"""Somebody who is named nowhere but in the assessment."""


def told(number: str) -> dict[str, list[Any]]:
    """Answers with names, numbers and addresses in their own items, in free words and in a row."""
    return ANSWERS | {
        "health.reason": [TELLING + number],
        "person.preferred-name": ["Phil"],
        "person.gp": ["Birdham Surgery"],
        "person.next-of-kin": [CONTACT],
        "person.key-holders": ["Perpetua Quill holds it"],
        "agreement.representatives": ["attorney_health"],
        "agreement.representative": ["Ottoline Finchfield, 01632 960 964"],
        "goals.matters": ["Phil wants Perpetua to come at ten."],
        "goals.goal": [{"goals.goal.what": ["Walk to 17 Finch Row with Ottoline"], "goals.goal.by": ["2026-12-01"]}],
        "home.who": ["Quill at night: ring 01632960963"],
    }


async def tellingly_assessed(here: Desk, case: str) -> str:
    """The id of a signed assessment that tells all of it."""
    assessment = str(uuid4())
    number = (await here.get(f"/cases/{case}")).json()["person"]["nhs_number"]
    body = signing(told(number), seen_with="Perpetua Quill")
    await done(await sign(here, case, assessment, body))
    return assessment
