"""The table of settings in docs/operate.md, made from app/settings.py; `--write` puts it there."""

import re
import sys
from pathlib import Path, PurePath

from pydantic import AliasChoices
from pydantic.fields import FieldInfo

from app.settings import Settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "operate.md"
PLACE = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- /settings -->)", re.DOTALL)


def main() -> None:
    if "--write" in sys.argv:
        PAGE.write_text(PLACE.sub(lambda _: table(), PAGE.read_text()))
    else:
        print(table(), end="")


def table() -> str:
    """A line for each setting: its name, its default, what it is for."""
    lines = [_line(name, field) for name, field in Settings.model_fields.items()]
    return "\n".join(["| setting | default | what it is for |", "|---|---|---|", *lines, ""])


def _line(name: str, field: FieldInfo) -> str:
    names = [f"HOMEWARD_{name.upper()}"]
    if isinstance(field.validation_alias, AliasChoices):
        names = [str(each) for each in field.validation_alias.choices]
    secret = " Secret." if field.repr is False else ""
    return f"| {', '.join(f'`{each}`' for each in names)} | {_default(field.default)} | {field.description}{secret} |"


def _default(default: object) -> str:
    match default:
        case None | ():
            return "–"
        case bool():
            return "`on`" if default else "`off`"
        case PurePath():
            return f"`{default.as_posix()}`"
        case _:
            return f"`{default}`"


if __name__ == "__main__":
    main()
