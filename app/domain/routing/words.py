"""What a routing says in words. Where to go is our local default, never a national rule; questions name both sides."""

from app.domain.routing.answer import Doubt, Named, Question
from app.domain.routing.home import Circumstance

GO_TO = {
    Circumstance.NO_FIXED_ABODE: (
        "No fixed abode: the council where they present looks after them. Tell its housing options team today, with "
        "the person's consent (duty to refer), and ask for the homelessness discharge team of the hospital."
    ),
    Circumstance.PRISON: (
        "Prison: tell the healthcare team of the prison, who receive them. Care needs in prison are assessed by the "
        "council in whose area the prison lies."
    ),
    Circumstance.OVERSEAS: (
        "Lives overseas: tell the hospital's overseas visitors team. No council or ICB here is theirs by address; the "
        "ward plans the leaving with them, their family and their insurer or embassy."
    ),
    Circumstance.UNDER_18: (
        "Under 18: this hub is for adults. Ring the children's services of the council where they live, and the "
        "children's community nursing team."
    ),
}
"""Local default."""

RING_THE_COUNCIL = "Ring the adult social care team of {name}: no contact is kept in the table of councils."
RING_THE_ICB = "Ring {name} and ask for its discharge team: the council is not known, and no contact is kept."
"""Local default, where the tables name nobody."""

_ASK = {
    Doubt.NOTHING_SAID: "Neither a postcode nor a GP practice is known. Ask the person, or their family.",
    Doubt.POSTCODE_UNREADABLE: "What was said is not a postcode. Write it such as ZZ97 1AB, or ask again.",
    Doubt.POSTCODE_NOT_FOUND: (
        "The postcode is in none of the tables loaded here. Check it; if it is right, look up the council by hand and "
        "ask a manager to load it."
    ),
    Doubt.PRACTICE_NOT_FOUND: (
        "The GP practice is not in the tables loaded here. Check its code; if it is right, ask a manager to load it."
    ),
}


def ask(doubt: Doubt) -> Question:
    """The question of a doubt that names nobody."""
    return Question(doubt=doubt, words=_ASK[doubt])


def by_practice(practice: Named, council: Named) -> Question:
    """Of a council that was taken from where the practice is."""
    words = (
        f"{council.name} is the council where {practice.name} lies; where the home lies the tables do not tell. "
        "Ask for the address."
    )
    return Question(doubt=Doubt.COUNCIL_BY_PRACTICE, words=words)


def differ(practice: Named, of_practice: Named, council: Named, of_address: Named) -> Question:
    """Of a practice whose ICB is another than the address's."""
    words = (
        f"The practice, {practice.name}, belongs to {of_practice.name}; the address, in {council.name}, belongs to "
        f"{of_address.name}. The council is that of the address. Ask whether they have moved, or have a new practice."
    )
    return Question(doubt=Doubt.PRACTICE_AND_ADDRESS_DIFFER, words=words)
