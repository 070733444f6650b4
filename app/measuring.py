"""What is measured of every process, for whoever watches over the installation. No label names or numbers anybody.

The processes of one Homeward share a folder of their measures (PROMETHEUS_MULTIPROC_DIR, which the parent sets before
it starts them), so that any worker can answer for all of them.
"""

from pathlib import Path
from shutil import rmtree

from prometheus_client import Counter, Gauge, Histogram

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which the library, as it is loaded, learns of the folder."""

_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

COMMANDS = Counter(
    "homeward_commands_total",
    "Commands decided, those that follow from others included, by what came of each: recorded, repeated or refused.",
    ["command", "outcome"],
)
TURNS = Histogram(
    "homeward_turn_seconds",
    "From the asking for a system's turn to its end, committed or not: how long a command takes.",
    ["outcome"],
    buckets=_SECONDS,
)
TURN_TOOK = {outcome: TURNS.labels(outcome) for outcome in ("recorded", "nothing", "undone")}
"""Found once: to find it took as long as to measure."""
TURN_WAIT = Histogram(
    "homeward_turn_wait_seconds", "How long a writer waited for its system's turn to begin.", buckets=_SECONDS
)
TURN_QUEUE = Gauge("homeward_turn_queue", "Writers that wait for a turn now.", multiprocess_mode="livesum")
MESSAGES = Counter("homeward_messages_total", "Hospital messages answered, by the answer.", ["answer"])
SCREENS = Gauge("homeward_screens", "Screens that follow the live feed now.", multiprocess_mode="livesum")
SCREEN_LAG = Histogram(
    "homeward_screen_lag_seconds", "From the recording of an event to its rows on the way to screens.", buckets=_SECONDS
)
LIVE_BEHIND = Gauge(
    "homeward_live_behind_seconds",
    "Since when the process that is furthest behind has not seen the log for its screens; about a second is ordinary.",
    multiprocess_mode="livemax",
)
NOT_ANSWERED = Counter(
    "homeward_requests_failed_total",
    "Requests answered 503 or 500: busy, unavailable or fault.",
    ["problem"],
)
SCREENS_LET_GO = Counter(
    "homeward_screens_let_go_total", "Screens that were told to reconnect or to stop, by why.", ["problem"]
)

for _told in ("fault", "busy", "unavailable", "database-full"):
    NOT_ANSWERED.labels(_told)
for _told in ("AA", "AE", "AR"):
    MESSAGES.labels(_told)
SCREENS_LET_GO.labels("too-slow")
# There from the start, at 0: of a series that begins with 1 no increase is seen, so the first fault would ring nobody.


def folder_in(data_dir: Path) -> Path:
    """A folder for this run's measures, empty."""
    folder = data_dir.resolve() / "measures"
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    return folder


def forget_process(folder: Path, pid: int) -> None:
    """What only a living process has, such as screens, is not counted of this one any more; what it did still is."""
    for file in folder.glob(f"gauge_live*_{pid}.db"):
        file.unlink(missing_ok=True)
