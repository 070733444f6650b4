"""One run: everybody at work, one fault after another, each healed by the service itself; then the judgement."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.soak import judging
from tests.soak.asking import client
from tests.soak.cast import Cast, a_cast
from tests.soak.ground import Ground, prepared
from tests.soak.inflicting import inflict
from tests.soak.log_lines import unhandled
from tests.soak.memory import Memory
from tests.soak.reading import read_case
from tests.soak.recorder import Recorder, now
from tests.soak.schedule import Fault

RECOVERY_SECONDS = 120.0  # a machine that is busy starts a process slowly; how long it took is told
TELL_SECONDS = 30.0
WARM_UP_COMMANDS = 5

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`seconds` is how long faults are inflicted; the run ends sooner when there are no more of them."""

    seed: int
    seconds: float
    faults: Iterator[Fault]
    systems: int = 3
    writers: int = 3
    screens: int = 3
    quiet_seconds: float = 4.0


@dataclass(slots=True)
class Run:
    """What is known of a run, while it goes on and at its end.

    `healed` holds the longest that each kind of fault took to heal, in seconds, and who was the last to go on.
    """

    plan: Plan
    recorder: Recorder = field(default_factory=Recorder)
    memory: Memory = field(default_factory=Memory)
    inflicted: "Counter[str]" = field(default_factory=Counter)
    just_now: str = ""
    healed: dict[str, tuple[float, str]] = field(default_factory=dict)
    opened: int = 0
    starts: int = 0
    began: float = field(default_factory=now)


async def run(plan: Plan, folder: Path, tell: Tell) -> Run:
    """Do it, in a folder of its own. Everything it starts is stopped by its end; `recorder.wrong` is the verdict."""
    this = Run(plan)
    async with prepared(folder) as ground:
        cast = await a_cast(ground, this.recorder, plan.seed, systems=plan.systems, screens=plan.screens)
        telling = asyncio.create_task(_keep_telling(this, ground, cast, tell))
        try:
            await ground.service.start()
            cast.begin(ground, plan.writers)
            await _goes_on(this, cast, "the start", WARM_UP_COMMANDS)
            await _inflict_all(this, ground, cast, tell)
            await _judge(this, ground, cast, tell)
        finally:
            telling.cancel()
            await cast.leave()
    this.recorder.wrong += judging.left_over(folder) + unhandled(ground.service.log) + this.memory.grown()
    return this


async def _inflict_all(this: Run, ground: Ground, cast: Cast, tell: Tell) -> None:
    chance, end = Random(this.plan.seed), now() + this.plan.seconds
    for fault in this.plan.faults:
        await asyncio.sleep(chance.uniform(0, this.plan.quiet_seconds))
        if now() > end or cast.failed:
            return
        this.just_now = str(fault)
        this.inflicted[fault.kind] += 1
        await inflict(ground, fault)
        if not await _goes_on(this, cast, fault.kind):
            tell(f"not healed within {RECOVERY_SECONDS:g} s: {fault}")
            return


async def _goes_on(this: Run, cast: Cast, after: str, commands: int = 1) -> bool:
    """In every system, and on every line, something more is acknowledged; how long that took is kept."""
    progress, began = this.recorder.progress, now()
    wanted = {name: progress[name] + commands for town in cast.towns for name in (town.name, f"{town.name} line")}
    last = ""
    while late := [name for name, count in wanted.items() if progress[name] < count]:
        last = late[0]
        if now() - began > RECOVERY_SECONDS:
            this.recorder.fault(f"{', '.join(late)}: nothing was acknowledged for {RECOVERY_SECONDS:g} s after {after}")
            return False
        await asyncio.sleep(0.02)
    this.healed[after] = max(this.healed.get(after, (0.0, "")), (now() - began, last))
    return True


async def _judge(this: Run, ground: Ground, cast: Cast, tell: Tell) -> None:
    this.just_now, wrong = "judging", this.recorder.wrong
    await ground.service.ready()
    await cast.stop_writing()
    for town in cast.towns:
        async with client(town) as nurse:
            for case in town.cases:
                if not await read_case(nurse, str(case), f"last reader of {town.name}"):
                    wrong.append("a case cannot be read although all is well")
        wrong += await judging.screens_show_what_the_server_shows(ground, town, cast.screens[town.name])
    tell(_line(this, ground, cast))
    this.opened = sum(screen.opened for each in cast.screens.values() for screen in each)
    await cast.leave()
    code = await ground.service.stop()
    this.starts = ground.service.starts
    if code:
        wrong.append(f"the service ended with {code} when it was told to stop")
    wrong += await judging.verified(ground)
    wrong += await judging.log_is_true(ground, cast.towns, this.recorder)
    wrong += await judging.rows_are_the_log(ground, cast.towns)


async def _keep_telling(this: Run, ground: Ground, cast: Cast, tell: Tell) -> None:
    while True:
        this.memory.look(ground.service.processes())
        await asyncio.sleep(TELL_SECONDS / 6)
        this.memory.look(ground.service.processes())
        tell(_line(this, ground, cast))
        await asyncio.sleep(TELL_SECONDS * 5 / 6)


def _line(this: Run, ground: Ground, cast: Cast) -> str:
    recorder, minutes = this.recorder, (now() - this.began) / 60
    screens = [screen for each in cast.screens.values() for screen in each]
    opened = sum(screen.opened for screen in screens)
    return (
        f"{minutes:4.1f} min  seed {this.plan.seed}  faults {this.inflicted.total()} ({this.just_now})  "
        f"acknowledged {recorder.progress.total()}  unknown {recorder.unknown}  not now {recorder.not_now.total()}  "
        f"screens {len(screens)}, opened {opened} times  reads {len(recorder.reads)}  "
        f"parents {ground.service.starts}  wrong {len(recorder.wrong)}"
    )
