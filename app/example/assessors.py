"""The example's assessors: a case manager assesses once, signs, and every service that is asked may rely on it."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.domain.assessment.checking import check
from app.domain.assessment.form import Form
from app.domain.codes.assessors import Competency, SeenWhere
from app.domain.codes.pathways import Pathway
from app.example.assessed import DIFFERENCES, ITEM_QUESTIONS, declared, found, restarted
from app.example.desk import Desk, Row
from app.example.pathways import back_to
from app.forms import RESTART, TRUSTED_ASSESSMENT, find_form

AGREEMENTS = {
    Pathway.P0: "system",
    Pathway.P1: "home_care",
    Pathway.P2: "community_beds",
    Pathway.P3: "care_homes",
}
"""Of the hub's list, as it is shipped."""
COMPETENCIES = (Competency.TRUSTED_ASSESSOR, Competency.NURSE, Competency.SOCIAL_WORKER)
SEEN_WITH = ("Her daughter", "The ward's nurse", "His wife", None)
BEGUN_EARLY, ASKED_ABOUT, FOUND_DIFFERENT = 0.6, 0.2, 0.15
"""The share of assessments that begin as a draft, that a service asks about, and that turn out otherwise."""

SEEN_AGO = timedelta(minutes=40)


class Assessors:
    """Whose desk it is assesses."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    async def assess(self, desk: Desk, case: Row) -> Row:
        """The answers of the latest assessment; where there is none, it is made now, the short form for a restart."""
        path = f"/api/v1/cases/{case['id']}/assessments"
        page = await desk.read(path)
        if page and page["assessments"]:
            latest = await desk.read(f"{path}/{page['assessments'][0]['assessment_id']}")
            return latest["answers"] if latest else {}
        return await self._sign(desk, case, path)

    async def begin(self, desk: Desk, case: Row) -> None:
        """Some begin before the pathway is decided: what is known already lies there as a draft."""
        early = self._chance.random() < BEGUN_EARLY
        begun = await desk.read(f"/api/v1/cases/{case['id']}/assessment-start") if early else None
        if begun is None:
            return
        body = {name: begun[name] for name in ("form", "form_version", "answers")}
        path = f"/api/v1/cases/{case['id']}/assessment-draft"
        if await desk.read(path) is None:
            await desk.put(path, body | {"assessment_id": str(self._an_id())})

    async def question(self, desk: Desk, case: Row, service: str) -> None:
        """A service rings about one item, the hub writes it down, and answers."""
        path = await self._latest(desk, case)
        if path is None or self._chance.random() > ASKED_ABOUT:
            return
        item, asks, reply = self._chance.choice(ITEM_QUESTIONS)
        query = {"service_id": service, "answer": "query", "words": asks}
        if await desk.put(f"{path}/items/{item}/answers/{self._an_id()}", query):
            answer = {"service_id": service, "words": reply}
            await desk.put(f"{path}/items/{item}/replies/{self._an_id()}", answer)

    async def hear_from_home(self, desk: Desk, case: Row) -> None:
        """Once in a while something was not as it was assessed; that counts for the form's item."""
        path = await self._latest(desk, case)
        if path is None or self._chance.random() > FOUND_DIFFERENT:
            return
        item, how = self._chance.choice(DIFFERENCES)
        found = {"link_id": item, "how": how, "service_id": case["service_id"]}
        await desk.put(f"{path}/found-different/{self._an_id()}", found)

    async def _latest(self, desk: Desk, case: Row) -> str | None:
        """The address of the latest full assessment; only that one is asked about here."""
        page = await desk.read(f"/api/v1/cases/{case['id']}/assessments")
        full = [each for each in page["assessments"] if each["form"] == TRUSTED_ASSESSMENT] if page else []
        return f"/api/v1/cases/{case['id']}/assessments/{full[0]['assessment_id']}" if full else None

    async def _sign(self, desk: Desk, case: Row, path: str) -> Row:
        form = RESTART if case["pathway_given"] == Pathway.P0 else TRUSTED_ASSESSMENT
        begun = await desk.read(f"/api/v1/cases/{case['id']}/assessment-start?form={form}")
        if begun is None:
            return {}
        asked = find_form(begun["form"], begun["form_version"])
        assert asked, "a form that is begun is there"
        said = (
            restarted(self._chance, back_to(case))
            if form == RESTART
            else found(self._chance, begun["answers"]) | declared()
        )
        answers = only_what_is_asked(asked, begun["answers"] | said)
        signed = await desk.put(f"{path}/{self._an_id()}", self._signing(case, begun, answers))
        return answers if signed else {}

    def _signing(self, case: Row, begun: Row, answers: Row) -> Row:
        return {
            "signing_id": str(self._an_id()),
            "form": begun["form"],
            "form_version": begun["form_version"],
            "answers": answers,
            "competency": self._chance.choice(COMPETENCIES),
            "agreement": AGREEMENTS[Pathway(case["pathway_given"])],
            "employer": begun["employer"] or "Northmoor Council",
            "seen_at": (datetime.now(UTC) - SEEN_AGO).isoformat(),
            "seen_where": SeenWhere.ON_WARD,
            "seen_with": self._chance.choice(SEEN_WITH),
        }

    def _an_id(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128), version=4)


def only_what_is_asked(form: Form, answers: dict[str, Any]) -> dict[str, Any]:
    """As the page sends it: an answer that others make needless is left out."""
    while needless := {fault.link_id for fault in check(form, answers) if fault.code == "not-asked"}:
        answers = {link_id: said for link_id, said in answers.items() if link_id not in needless}
    return answers
