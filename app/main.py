"""create_app(): the only place that builds things."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from app import __version__
from app.api import (
    arriving,
    assessment_forms,
    assessment_work,
    assessments,
    assets,
    board_rounds,
    calendars,
    cases,
    codes,
    delay_commands,
    delay_measures,
    delays,
    drafts,
    escalations,
    exit_chain,
    feed_messages,
    feeds,
    for_the_person,
    half_ways,
    health,
    home_routing,
    lists,
    live,
    matches,
    medicines,
    metrics,
    notes,
    offer_assessments,
    offers,
    own_nights,
    pages,
    people,
    places,
    practice,
    questionnaire_responses,
    reference,
    requests,
    reversals,
    services,
    sessions,
    setting_history,
    snapshots,
    spells,
    staff,
    stay_delays,
    stays,
    system_file,
    tasks,
    undoing,
    weekend,
)
from app.api.correlated import Correlated
from app.api.guard import Guard
from app.api.plain import routes as plain
from app.api.problems import handle_problems
from app.api.section import Section
from app.api.state import BEAT_SECONDS, SignIn, State
from app.database import Database
from app.events.hints import Hints
from app.events.live import Live
from app.intake.heard import Heard
from app.settings import Settings

API = "/api/v1"
WEB = Path(__file__).resolve().parent.parent / "web"


def create_app(
    settings: Settings,
    database: Database,
    example_sign_ins: Sequence[SignIn] = (),
    beat_seconds: float = BEAT_SECONDS,
) -> FastAPI:
    """The web application of one worker; it follows the log for as long as it runs. The caller closes the database."""
    screens = Live(database)
    hints = Hints(database, screens.heard)
    app = FastAPI(
        title="Homeward",
        version=__version__,
        summary="The live caseboard of a care transfer hub.",
        lifespan=_following(hints, screens),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
    )
    app.state.homeward = State(
        settings=settings,
        database=database,
        hints=hints,
        live=screens,
        heard=Heard(database),
        web=WEB,
        build=assets.build_of(WEB),
        beat_seconds=beat_seconds,
        example_sign_ins=example_sign_ins,
    )
    handle_problems(app)
    # Routes are tried in this order, so those of the board's commands come first.
    finding = (requests, offers, offer_assessments)
    board = (cases, *finding, tasks, escalations, notes, board_rounds, undoing, spells, half_ways, reversals)
    since_leaving = (medicines, arriving, stays)
    reading = (live, sessions, codes, drafts, people, home_routing)
    delaying = (snapshots, delay_measures, delays, delay_commands, stay_delays, own_nights, weekend, exit_chain)
    assessing = (assessments, assessment_work, assessment_forms, questionnaire_responses)
    system = (places, services, matches, staff, calendars, setting_history, practice, system_file)
    known = (feeds, feed_messages, lists, reference, for_the_person)
    for module in (*board, *since_leaving, *reading, *delaying, *assessing, *system, *known):
        app.include_router(Section(module.router, API), prefix=API)
    for router in (health.router, metrics.router, pages.router, assets.router, sessions.forms, plain.router):
        app.include_router(Section(router))
    app.add_middleware(Guard, origins=settings.allowed_origins)
    app.add_middleware(Correlated)
    return app


def _following(hints: Hints, screens: Live) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(each) for each in (hints.send(), hints.receive())]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await screens.close()

    return lifespan
