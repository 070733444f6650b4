"""The whole round: first what can be seen without the database, then the database, then the work done in it."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from app.doctor.chromium import of_chromium
from app.doctor.database import of_clock, of_server
from app.doctor.feeds import of_feeds
from app.doctor.finding import Finding
from app.doctor.machine import of_disk, of_folder, of_ports
from app.doctor.owner import of_left_over, of_owner
from app.doctor.pooler import of_pooler
from app.doctor.roles import of_roles
from app.doctor.setting_names import of_setting_names
from app.doctor.tables import of_tables
from app.doctor.work import of_work
from app.embedded import EmbeddedPostgres, EmbeddedPostgresError
from app.pooling import connect
from app.processes.reach import DatabaseUnusable, Urls, in_words, reached
from app.settings import Settings


def examined(settings: Settings, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Every finding, as it is made. `environment` is what the settings were read from."""
    yield of_setting_names(environment)
    yield of_disk(settings)
    yield of_folder(settings)
    yield from of_ports(settings)
    if settings.embedded and not EmbeddedPostgres(settings.data_dir).is_made:
        words = f"There is none in {settings.data_dir.resolve()} yet."
        yield Finding.look("Database", words, "`homeward serve` makes it; or name one by HOMEWARD_DATABASE_URL.")
    else:
        yield from _of_what_is_reached(settings)
    yield of_chromium(Path.cwd())


def _of_what_is_reached(settings: Settings) -> Iterator[Finding]:
    try:
        with reached(settings) as urls, in_words():
            yield from asyncio.run(_of_database(urls, settings))
    except (DatabaseUnusable, EmbeddedPostgresError) as error:
        yield Finding.wrong("Database", str(error), _how_to_reach(settings))


async def _of_database(urls: Urls, settings: Settings) -> list[Finding]:
    connection = await connect(urls.app)
    try:
        findings = [await of_server(connection), await of_clock(connection), await of_roles(connection)]
        findings += [finding async for finding in of_pooler(connection, settings)]
        findings += [finding async for finding in of_owner(connection, urls.owner)]
        findings += [finding async for finding in of_left_over(connection)]
        tables = await of_tables(connection)
        findings.append(tables)
        if not tables.stops:
            findings += [finding async for finding in of_feeds(connection, datetime.now(UTC))]
            findings += [finding async for finding in of_work(connection)]
        return findings
    finally:
        await connection.close()


def _how_to_reach(settings: Settings) -> str:
    if settings.embedded:
        return f"Look into {settings.data_dir.resolve()}/postgres.log, or name a PostgreSQL by HOMEWARD_DATABASE_URL."
    return "Check HOMEWARD_DATABASE_URL, that the server runs, and that this machine may connect to it."
