"""How much memory each process holds, so that one that only ever grows is seen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MIB = 1024 * 1024
MOST_GROWTH_MIB = 96.0
WARM = 24
"""So many samples are taken before a process can be said to have warmed up."""


@dataclass(slots=True)
class Memory:
    """Samples over time, by the name of the process."""

    samples: dict[str, list[float]] = field(default_factory=dict)

    def look(self, processes: Mapping[str, int]) -> None:
        """Take a sample of each process that runs."""
        for name, pid in processes.items():
            held = resident_mib(pid)
            if held:
                self.samples.setdefault(name, []).append(held)

    def told(self) -> list[str]:
        """Of each process: MiB at the start, in the middle, at the end."""
        return [
            f"{name} {held[0]:.0f} → {held[len(held) // 2]:.0f} → {held[-1]:.0f} MiB"
            for name, held in sorted(self.samples.items())
        ]

    def grown(self) -> list[str]:
        """Those that hold far more at the end than they did once they had warmed up, a third of the way."""
        return [
            f"{name} grew from {held[len(held) // 3]:.0f} to {held[-1]:.0f} MiB"
            for name, held in sorted(self.samples.items())
            if len(held) >= WARM and held[-1] - held[len(held) // 3] > MOST_GROWTH_MIB
        ]


def resident_mib(pid: int) -> float:
    """What a process has in memory; 0 where it has gone, or the machine does not say."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB
