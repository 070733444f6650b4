"""A web worker: accepts on the socket that the parent bound, so that workers come and go and the port stays."""

import socket

import uvicorn

from app.collector import spare_the_collector
from app.database import open_database
from app.example.sign_ins import sign_ins
from app.main import create_app
from app.processes.loop import run
from app.settings import Settings

LONGEST_MESSAGE = 64 * 1024  # bytes a screen may send at once
STOP_SECONDS = 4


def run_web(settings: Settings, fd: int) -> None:
    """Serve until told to stop."""
    run(_serve(settings, fd))


async def _serve(settings: Settings, fd: int) -> None:
    database = await open_database(settings.database_url or "", pooler=settings.database_pooler == "transaction")
    try:
        app = create_app(settings, database, example_sign_ins=sign_ins() if settings.example else ())
        config = uvicorn.Config(
            app,
            http="httptools",
            ws="websockets-sansio",
            ws_max_size=LONGEST_MESSAGE,
            ws_ping_interval=20,
            ws_ping_timeout=20,
            timeout_graceful_shutdown=STOP_SECONDS,
            server_header=False,
            access_log=False,
            proxy_headers=False,  # nothing here asks who forwarded a request, so nobody can pretend
            log_config=None,
        )
        spare_the_collector()
        await uvicorn.Server(config).serve(sockets=[socket.socket(fileno=fd)])
    finally:
        await database.close()
