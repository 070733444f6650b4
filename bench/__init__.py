"""How fast Homeward is, each figure beside its bare floor in the same run. Loopback only, bounded, ends by itself."""

import sys
from pathlib import Path

# Systems are built by the same builders as in the tests.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
