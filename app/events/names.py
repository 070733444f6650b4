"""The stored name of every event. Names are for ever: a class may be renamed or moved, its stored name may not."""

from typing import Any

from app.events.case_names import CASE_NAMES
from app.events.stay_names import STAY_NAMES
from app.events.system_names import SYSTEM_NAMES

NAMES: dict[str, type[Any]] = {**STAY_NAMES, **CASE_NAMES, **SYSTEM_NAMES}
"""Stored name -> class. The number is the shape; an older shape is upcast when it is read (`upcasts`)."""

NAME_OF: dict[type[Any], str] = {class_: name for name, class_ in NAMES.items()}
