"""`/metrics` in Prometheus' words: what all processes measured, and how feeds and escalations stand in the database."""

import os
from collections.abc import Iterable, Sequence
from hmac import compare_digest

from asyncpg import Record
from fastapi import APIRouter, HTTPException, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from app.api.state import HomewardState, State
from app.events.unavailable import is_unavailable
from app.measuring import FOLDER
from app.tally import TALLY

router = APIRouter(tags=["health"])

# Each part is led by an index, however much was ever received.
_STANDING = """
    SELECT 'feed_age_seconds' AS measure, feed.system_id::text AS system, feed.name AS label,
        extract(epoch FROM clock_timestamp() - heard.at)::float AS value
    FROM feed CROSS JOIN LATERAL (
        SELECT max(received_at) AS at FROM feed_message
        WHERE system_id = feed.system_id AND feed_id = feed.feed_id) heard
    WHERE heard.at IS NOT NULL
    UNION ALL
    SELECT 'feed_waiting', feed.system_id::text, feed.name, count(waits.message_id)::float
    FROM feed LEFT JOIN feed_message waits
        ON waits.system_id = feed.system_id AND waits.feed_id = feed.feed_id AND waits.state = 'waiting'
    GROUP BY feed.system_id, feed.feed_id
    UNION ALL
    SELECT 'escalations_open', system_id::text, level, count(*)::float
    FROM escalation_1 WHERE NOT gone GROUP BY system_id, level
    UNION ALL
    SELECT 'events', id::text, '', head::float FROM system
    UNION ALL
    SELECT 'timekeepers', '', '', count(*)::float FROM lease WHERE name = 'background' AND until > clock_timestamp()"""

_MEANS = {
    "feed_age_seconds": (["system", "feed"], "Since when a feed that was ever heard is silent."),
    "feed_waiting": (["system", "feed"], "Messages that wait for what they need to be placed."),
    "escalations_open": (["system", "level"], "Escalations that are open, by the level that is asked."),
    "events": (["system"], "Events in the log."),
    "timekeepers": ([], "Whether a background process keeps time and takes messages: 1, or 0 while nobody does."),
}


@router.get("/metrics", include_in_schema=False)
async def metrics(homeward: HomewardState, request: Request) -> Response:
    """Everything, for whoever has the token; as if it were not there for anybody else."""
    if not _may(homeward, request.headers.get("authorization", "")):
        raise HTTPException(404)
    TALLY.settle()
    registry = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library types all but this class
    else:
        registry.register(REGISTRY)
    registry.register(_Standing(await _standing(homeward)))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


def _may(homeward: State, authorization: str) -> bool:
    token = homeward.settings.metrics_token
    return token is not None and compare_digest(authorization.encode(), f"Bearer {token}".encode())


async def _standing(homeward: State) -> Sequence[Record] | None:
    """None while the database is away: what the processes measured is answered all the same."""
    try:
        async with homeward.database.reads.acquire() as connection:
            rows: list[Record] = await connection.fetch(_STANDING)
            return rows
    except Exception as error:
        if not is_unavailable(error):
            raise
        return None


class _Standing(Collector):
    def __init__(self, rows: Sequence[Record] | None) -> None:
        self._rows = rows

    def collect(self) -> Iterable[Metric]:
        """One gauge a measure."""
        yield GaugeMetricFamily("homeward_database_up", "Whether the database answers.", float(self._rows is not None))
        for measure, (labels, words) in _MEANS.items():
            family = GaugeMetricFamily(f"homeward_{measure}", words, labels=labels)
            for row in self._rows or ():
                if row["measure"] == measure:
                    family.add_metric([row["system"], row["label"]][: len(labels)], row["value"])
            yield family
