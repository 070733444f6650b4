"""A file that a spreadsheet opens shows what was typed and computes nothing."""

import pytest

from app.api.csv_file import cell, csv_file


@pytest.mark.parametrize("typed", ["=1+1", "+44 300", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_a_text_that_begins_as_a_formula_is_shown_as_a_text(typed: str) -> None:
    assert cell(typed) == f"'{typed}"


@pytest.mark.parametrize("plain", ["Ward A, bay 2", "0300 000 0001", "", -2, 7])
def test_what_is_none_stays_as_it_is(plain: object) -> None:
    assert cell(plain) == plain


def test_a_table_is_a_file_of_this_name_with_its_headings() -> None:
    answer = csv_file("who-acts", ("ward", "days"), [("=A1", 3), ("Ward, B", 0)])
    assert bytes(answer.body).decode().splitlines() == ["ward,days", "'=A1,3", '"Ward, B",0']
    assert answer.headers["content-disposition"] == 'attachment; filename="who-acts.csv"'
