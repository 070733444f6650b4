"""What a service must be able to do for a person, beyond personal care. Local default list (decline code D10)."""

from enum import StrEnum


class Skill(StrEnum):
    """The code; its words are in `WORDS`."""

    NURSING = "nursing"
    DISTRESS = "distress"
    BARIATRIC = "bariatric"
    AIRWAY = "airway"
    TUBE_FEED = "tube_feed"
    IV = "iv"
    MENTAL_HEALTH = "mental_health"
    LEARNING_DISABILITY = "learning_disability"
    SUBSTANCE = "substance"
    END_OF_LIFE = "end_of_life"
    ISOLATION = "isolation"


WORDS = {
    Skill.NURSING: "Nursing",
    Skill.DISTRESS: "Distress or aggression",
    Skill.BARIATRIC: "Bariatric care",
    Skill.AIRWAY: "Airway and tracheostomy",
    Skill.TUBE_FEED: "Tube feeding",
    Skill.IV: "Intravenous medicines",
    Skill.MENTAL_HEALTH: "Mental health",
    Skill.LEARNING_DISABILITY: "Learning disability and autism",
    Skill.SUBSTANCE: "Alcohol and drugs",
    Skill.END_OF_LIFE: "End of life care",
    Skill.ISOLATION: "Isolation for an infection",
}
