"""What short cells mean: sex, pathway, criteria, stage, needs, and that a bed is empty."""

import re

from app.domain.case.form import Need
from app.domain.codes.pathways import Pathway
from app.intake.lists.fields import plain

_SEXES = {"m": "M", "male": "M", "f": "F", "female": "F"}
_SAYS = {
    "meets": "y yes meets met true meetsctr meetscriteria ctr 1",
    "no longer": "n no nolongermeets nolonger doesnotmeet notmet nctr false 0 mffd mo fit ready medicallyfit",
    "fit": "nctr mffd mo fit ready medicallyfit",
    "empty": "empty emptybed vacant available closed bedclosed closedbed free blocked none na nil",
}
_SAID = {what: frozenset(words.split()) for what, words in _SAYS.items()}
_STAGES = {
    "referred": "new,newreferral,referred,referralreceived,triage,awaitingtriage,received,toallocate,unallocated",
    "planning": "planning,accepted,allocated,assessment,inassessment,sourcing,findingaservice,startagreed,inprogress,"
    "open,active,brokerage,awaitingstart,placed",
    "left_hospital": "left,lefthospital,discharged,home,gonehome,transferred",
}
_STAGE_OF = {word: stage for stage, words in _STAGES.items() for word in words.split(",")}


def sex_of(cell: str) -> str | None:
    """As it is kept: M or F. None for everything else, which a list cannot be relied on to tell."""
    return _SEXES.get(plain(cell))


def pathway_of(cell: str) -> Pathway | None:
    """P0 to P3, however it is written: "1", "Pathway 1", "P1 home"."""
    found = re.match(r"\s*(?:p(?:athway|w)?\s*)?([0-3])(?![0-9/:.-])", cell, re.IGNORECASE)
    return Pathway(f"P{found[1]}") if found else None


def no_longer_meets(cell: str, *, asks_whether_ready: bool) -> bool | None:
    """Whether the criteria are no longer met; None where the cell does not say. "MFFD: yes" says that they are not."""
    said = plain(cell)
    if said in _SAID["fit"]:
        return True
    if said not in _SAID["meets"] | _SAID["no longer"]:
        return None
    return (said in _SAID["no longer"]) is not asks_whether_ready


def stage_of(cell: str) -> str | None:
    """The column of our board that the list's word means, if we know the word."""
    return _STAGE_OF.get(plain(cell))


def needs_of(text: str) -> frozenset[Need]:
    """The needs that are named as our form names them; the words are kept beside them in any case."""
    parts = {plain(part) for part in re.split(r"[,;/\n+&]|\band\b", text)}
    return frozenset(need for need in Need if plain(need) in parts)


def is_empty_bed(name: str) -> bool:
    """Whether what stands for a name says that nobody is there."""
    return plain(name) in _SAID["empty"] or not plain(name)
