"""What can be measured, each under the name by which it is asked for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bench import (
    commands,
    delays,
    escalations,
    exit_chain,
    feed,
    first_view,
    growth,
    many,
    matching,
    memory,
    morning,
    rebuilding,
    rounds,
    screens,
    storm,
    streams,
    tasks,
    trust,
)
from bench.figures import Figure
from bench.installation import Run


@dataclass(frozen=True, slots=True)
class Part:
    """One measurement of an installation in use, and what it puts beside what."""

    name: str
    words: str
    measure: Callable[[Run], Awaitable[list[Figure]]]


async def _hospital(run: Run) -> list[Figure]:
    opened = await trust.opened(run)
    return [*await feed.measure(run, opened), *await morning.measure(run, opened)]


PARTS = (
    Part("commands", "Commands over HTTP beside the bare SQL floor", commands.measure),
    Part("screens", "Commands to screens beside a bare broadcast", screens.measure),
    Part("first_view", "A hub's whole board beside its bare query", first_view.measure),
    Part("memory", "What a screen costs a worker in memory", memory.measure),
    Part("storm", "Screens cut off, and how long until they follow again", storm.measure),
    Part("matching", "A package matched against every service beside the bare query", matching.measure),
    Part("tasks", "A list of tasks across cases beside its bare rows", tasks.measure),
    Part("delays", "Why a whole hospital is still here, and its midnight", delays.measure),
    Part("escalations", "A sweep for escalations beside the bare reading of the streams", escalations.measure),
    Part("exit_chain", "Who frees what, for everybody who waits", exit_chain.measure),
    Part("rounds", "A round to services beside the bare SQL of what it writes", rounds.measure),
    Part("streams", "Commands on a long stream beside the same on a short one", streams.measure),
    Part("hospital", "Messages beside the bare SQL of what they write, and a hospital's morning", _hospital),
    Part("growth", "A system of a long history beside one of a short", growth.measure),
    Part("rebuilding", "Rows made anew from the log beside its bare reading", rebuilding.measure),
    Part("systems", "The same commands over 1, 8 and 64 systems", many.measure),
)
