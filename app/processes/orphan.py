"""A child whose parent is gone, however it went, ends by itself: only the parent holds the pipe it reads from.

Until it has taken signals for itself, it ends at once.
"""

import os
import signal
import sys
import threading
import time

PATIENCE_SECONDS = 2.0


def end_with_parent() -> None:
    """Watch from a thread, so that a busy or stuck event loop ends too."""
    threading.Thread(target=_watch, name="parent", daemon=True).start()


def _watch() -> None:
    # Not through sys.stdin: its lock would be held at exit.
    while os.read(sys.__stdin__.fileno() if sys.__stdin__ else 0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE_SECONDS)
    os._exit(1)
