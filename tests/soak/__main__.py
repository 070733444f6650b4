"""`make soak`: a long run under faults. Exit code 1 when anything is wrong; its log is kept then."""

import argparse
import asyncio
import secrets
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.soak.running import Plan, Run, run
from tests.soak.schedule import faults

console = Console(soft_wrap=True, highlight=False, markup=False)


def main() -> int:
    """Run as long as is asked."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=30, help="how long faults are inflicted")
    asked.add_argument("--seed", type=int, default=secrets.randbelow(10_000), help="the same seed, the same faults")
    chosen = asked.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="homeward-soak-"))
    console.print(f"Faults for {chosen.minutes:g} minutes, seed {chosen.seed}.")
    done = asyncio.run(_run(chosen.seed, chosen.minutes, folder))
    report(done)
    if done.recorder.wrong:
        console.print(f"What the service said is in {folder / 'data.log'}.")
        return 1
    shutil.rmtree(folder)
    return 0


async def _run(seed: int, minutes: float, folder: Path) -> Run:
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await run(Plan(seed=seed, seconds=minutes * 60, faults=faults(seed)), folder, console.print)


def report(done: Run) -> None:
    """What was done, what it came to, and what is wrong."""
    recorder = done.recorder
    lines = {
        "faults": ", ".join(f"{count} {what}" for what, count in done.inflicted.most_common()),
        "acknowledged": ", ".join(f"{count} by {who}" for who, count in sorted(recorder.progress.items())),
        "unknown": f"{recorder.unknown} of {len(recorder.appends)} appends",
        "not now": ", ".join(f"{count} {what}" for what, count in recorder.not_now.most_common()),
        "history": f"{len(recorder.appends)} appends, {len(recorder.reads)} reads",
        "screens": f"opened {done.opened} times",
        "slowest to heal": "; ".join(
            f"{kind} {seconds:.1f} s ({who})" for kind, (seconds, who) in sorted(done.healed.items())
        ),
        "parents": f"started {done.starts} times",
        "memory": "; ".join(done.memory.told()),
    }
    for name, words in lines.items():
        console.print(f"{name:>16}  {words}")
    for words in recorder.wrong:
        console.print(f"{'WRONG':>16}  {words}", style="red")
    if not recorder.wrong:
        console.print("Nothing is wrong.", style="green")


if __name__ == "__main__":
    sys.exit(main())
