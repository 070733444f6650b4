"""The windows of the day in which home care calls are made. Local default list."""

from enum import StrEnum


class Window(StrEnum):
    """The code of a window, in the order of the day; its words are in `WORDS`."""

    MORNING = "morning"
    LUNCH = "lunch"
    TEA = "tea"
    BED = "bed"
    NIGHT = "night"


WORDS = {
    Window.MORNING: "Morning",
    Window.LUNCH: "Lunch",
    Window.TEA: "Tea",
    Window.BED: "Bed",
    Window.NIGHT: "Night",
}
