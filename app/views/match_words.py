"""Why a service cannot take a package, in words."""

from datetime import date

from app.domain.codes import skills, weekdays, windows
from app.domain.service.fitting import WORDS, Reason, WhyNot
from app.views.phrases import weekday

_CODES: dict[str, str] = {
    **{str(code): words for code, words in skills.WORDS.items()},
    **{str(code): words for code, words in windows.WORDS.items()},
    **{str(code): words for code, words in weekdays.WORDS.items()},
}


def say_reason(reason: Reason) -> str:
    """Such as "Full: morning" or "Does not admit on that day: Saturday, as its line has it"."""
    about = [_said(reason.why, each) for each in reason.about] + ["as its line has it"] * reason.of_line
    return ": ".join([WORDS[reason.why], ", ".join(about)] if about else [WORDS[reason.why]])


def _said(why: WhyNot, about: str) -> str:
    match why:
        case WhyNot.CLOSED:
            return f"looks again on {weekday(date.fromisoformat(about))}"
        case WhyNot.BANK_HOLIDAY:
            return weekday(date.fromisoformat(about))
        case WhyNot.LATER:
            return f"from {weekday(date.fromisoformat(about))}"
        case WhyNot.HOUR:
            return f"until {about}"
        case WhyNot.DAY:
            return _CODES[about]
        case _:
            return _CODES[about].lower()
