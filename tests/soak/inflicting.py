"""Doing a fault, and undoing it."""

import asyncio
import signal
from collections.abc import Sequence

from tests.faults.proxy import Proxy
from tests.soak.ground import Ground
from tests.soak.schedule import DATABASE, PARENT, POSTGRES, Fault, What


async def inflict(ground: Ground, fault: Fault) -> None:
    """Let it happen for as long as it lasts; afterwards all is as before, and the service has to heal by itself."""
    match fault.what:
        case What.KILL if fault.whom == POSTGRES:
            await ground.kill_postgres()
        case What.KILL:
            await ground.service.kill(fault.whom)
            if fault.whom == PARENT:
                await ground.service.ready()
        case What.STOP:
            await _stop(ground, fault)
        case What.TERMINATE:
            await ground.terminate_backends()
        case _:
            proxies = [ground.to_database] if fault.whom == DATABASE else [ground.to_pages, ground.to_line]
            await _disturb(proxies, fault)


async def _stop(ground: Ground, fault: Fault) -> None:
    """A process that stands still holds its connections, its lease and perhaps a turn."""
    ground.service.signal(fault.whom, signal.SIGSTOP)
    try:
        await asyncio.sleep(fault.seconds)
    finally:
        ground.service.signal(fault.whom, signal.SIGCONT)


async def _disturb(proxies: Sequence[Proxy], fault: Fault) -> None:
    for proxy in proxies:
        match fault.what:
            case What.LATE:
                proxy.latency(fault.amount, *fault.ways)
            case What.DRIP:
                proxy.drip(fault.amount, *fault.ways)
            case What.HOLE:
                proxy.black_hole(*fault.ways)
            case What.CUT:
                proxy.cut()
            case What.RESET:
                proxy.reset()
            case What.LOST:
                proxy.lose()
            case _:
                raise ValueError(fault)
    await asyncio.sleep(fault.seconds)
    for proxy in proxies:
        proxy.heal()
