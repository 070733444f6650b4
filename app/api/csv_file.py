"""A table as a CSV file, in which no cell is a formula (promise 23): names and numbers are whatever somebody typed."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from fastapi.responses import PlainTextResponse

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of one, in either width of letters."""


def csv_file(name: str, columns: Sequence[str], lines: Iterable[Sequence[object]]) -> PlainTextResponse:
    """The lines below their columns, to be saved under this name."""
    written = StringIO()
    file = csv.writer(written)
    file.writerow(columns)
    file.writerows([cell(each) for each in line] for line in lines)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return PlainTextResponse(written.getvalue(), media_type="text/csv", headers=headers)


def cell(value: object) -> object:
    """A number as it is, a text so that a spreadsheet shows it as it stands."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA) else value
