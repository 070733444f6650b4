"""What the decisions about the way home are told with: the pathway, and best interests."""

from pydantic import ConfigDict

from app.api.referral_form_bodies import Choices
from app.api.shapes import Body, Day, FilledText, ShortText
from app.domain.codes.alternatives import Alternative
from app.domain.codes.pathways import Pathway
from app.domain.codes.restarts import Restart


class PathwayIn(Body):
    """The pathway needed and given. A bed says why not home, what was weighed, and who decided; P3 has a senior yes."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "needed": "P1",
                "given": "P2",
                "why_not_home": "H15",
                "words": "No morning double-up in this patch before Thursday.",
                "home_possible_if": "A double-up at 08:00 comes free.",
                "review_on": "2026-12-01",
                "alternatives": ["night_sitting", "telecare"],
                "decided_by": "Hub team: Priya Raman, case manager; ward therapist",
            }
        }
    )
    needed: Pathway
    given: Pathway
    why_not_home: ShortText | None = None
    words: FilledText | None = None
    home_possible_if: FilledText | None = None
    review_on: Day | None = None
    alternatives: Choices[Alternative] = ()
    decided_by: ShortText | None = None
    senior_yes: ShortText | None = None
    limit_until: Day | None = None
    restart: Restart | None = None


class BestInterestsIn(Body):
    """What was decided for somebody who lacks capacity for it, by whom, and who was consulted.

    `about` is the decision as you saw it in field 5 of the referral; it is refused when that names another by now.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "decision": "To go to a short-term bed rather than home for now.",
                "decided_by": "Dr Yusuf Khan, consultant",
                "consulted": "Her son, who is her attorney for health; the ward therapist.",
                "about": "Where to live after hospital",
            }
        }
    )
    decision: FilledText
    decided_by: ShortText
    consulted: FilledText
    about: ShortText | None = None
