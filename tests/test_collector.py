"""While the program loads, nobody looks for circles; from then on as before, whatever came of the loading."""

import gc

import pytest

from app.collector import loading


def test_nobody_looks_for_circles_while_it_loads() -> None:
    with loading():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_what_cannot_be_loaded_leaves_the_collector_at_work() -> None:
    with pytest.raises(ImportError), loading():
        raise ImportError

    assert gc.isenabled()
