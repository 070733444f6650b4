"""A pasted text becomes rows of cells, whatever stands between them; and no text at all makes it fail."""

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.rejections import Rejection
from app.intake.lists.cells import MOST_COLUMNS, MOST_ROWS, NothingInList, TooManyRows, read_rows

BETWEEN = ["\t", ";", ","]
ROWS = [("Bed", "Name", "Since"), ("1", "SMITH, Ada", "3/11/26"), ("2", 'O"NEIL; Bo', "4/11/26")]


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_rows(text)]


def written(rows: Sequence[tuple[str, ...]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", BETWEEN)
def test_a_list_is_read_whatever_stands_between_its_cells(delimiter: str) -> None:
    assert cells(written(ROWS, delimiter)) == ROWS


def test_a_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    assert cells("\ufeffBed,Name\r\n1,Ada\r\n") == [("Bed", "Name"), ("1", "Ada")]


def test_a_line_end_inside_quotes_stays_in_its_cell() -> None:
    assert cells('Bed\tNotes\n1\t"two\nlines"\n') == [("Bed", "Notes"), ("1", "two\nlines")]


def test_rows_keep_the_numbers_that_they_have_in_the_spreadsheet() -> None:
    assert [row.number for row in read_rows("Ash ward\n\nBed,Name\n1,Ada\n,\n2,Bo\n")] == [1, 3, 4, 6]


def test_short_rows_are_filled_up() -> None:
    assert cells("a,b,c\n1\n") == [("a", "b", "c"), ("1", "", "")]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert cells('Bed,Name\n1,"Ada\n2,Bo\n') == [("Bed", "Name"), ("1", '"Ada'), ("2", "Bo")]


def test_a_formula_is_only_text() -> None:
    assert cells("a,b\n=1+1,<b>x</b>\n")[1] == ("=1+1", "<b>x</b>")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", ",,,\n,"])
def test_an_empty_list_says_so(text: str) -> None:
    with pytest.raises(NothingInList):
        read_rows(text)


@pytest.mark.parametrize("text", ["a\n" * (MOST_ROWS + 1), "a," * MOST_COLUMNS + "a"])
def test_a_list_that_is_too_long_or_too_wide_is_not_taken(text: str) -> None:
    with pytest.raises(TooManyRows):
        read_rows(text)


@for_all(st.text())
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    try:
        rows = read_rows(text)
    except Rejection:
        return
    assert len({len(row.cells) for row in rows}) == 1


@for_all(st.data(), st.sampled_from(BETWEEN))
def test_what_a_spreadsheet_wrote_is_read_back(data: st.DataObject, delimiter: str) -> None:
    inside = st.text(alphabet=f'aé1 "\n{delimiter}', max_size=8).map(str.strip)
    width = data.draw(st.integers(2, 4))
    row = st.tuples(st.sampled_from("xyz"), *[inside] * (width - 2), st.sampled_from("xyz"))
    rows = data.draw(st.lists(row, min_size=1, max_size=6))
    assert cells(written(rows, delimiter)) == rows
