"""The checker passes every history that can be true, and finds each kind of fault that is planted in one."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from tests.soak.checker import Finding, Wrong, check
from tests.soak.history import Append, Entry, History, Read

LIST = "a case"
SPAN = 3.0  # so long at most an operation takes before, and after, it takes effect


@dataclass(frozen=True, slots=True)
class Planted:
    """A true history, and a choice of where in it to plant a fault."""

    history: History
    choose: st.DataObject

    @property
    def entries(self) -> list[Entry]:
        """What stands at the end."""
        return [*self.history.final[LIST]]

    def ending(self, *entries: Entry) -> History:
        """The same, but with these at the end."""
        return replace(self.history, final={LIST: entries})

    def seeing(self, read: Read) -> History:
        """The same, and this read too."""
        return replace(self.history, reads=[*self.history.reads, read])

    def an_answered(self) -> Append:
        """An append that is acknowledged."""
        return self.choose.draw(st.sampled_from([a for a in self.history.appends if a.answered is not None]))


@st.composite
def true_histories(draw: st.DrawFn) -> History:
    """Appends and reads that overlap as they like, each taking effect at one moment within its span.

    Two appends at least are acknowledged, so that there is something in which to plant a fault.
    """
    appends, entries, reads = list[Append](), list[Entry](), list[Read]()
    span = st.floats(0, SPAN)
    more = draw(st.lists(st.sampled_from(["append", "read", "screen"]), max_size=20))
    for moment, what in enumerate(["known", "known", *more]):
        invoked, answered = moment - draw(span), moment + draw(span)
        if what in ("append", "known"):
            known, recorded = what == "known" or draw(st.booleans()), draw(st.booleans())
            appends.append(Append(LIST, f"v{moment}", invoked, answered if known else None))
            if known or recorded:
                entries.append(Entry(f"v{moment}", 10 + moment))
            continue
        shown = tuple(entry.value for entry in entries)
        if what == "read":
            reads.append(Read(LIST, shown, invoked, answered, reader=f"reader {moment}"))
        else:
            reads.append(Read(LIST, shown, moment, moment, "screen", fresh=False, position=10 + moment))
    return History(appends, reads, {LIST: entries})


planted = st.builds(Planted, true_histories(), st.data())


def found(history: History) -> set[Wrong]:
    return {finding.wrong for finding in check(history)}


@given(true_histories())
def test_what_can_be_true_passes(history: History) -> None:
    assert check(history) == []


@given(planted)
def test_a_lost_append_is_found(plan: Planted) -> None:
    lost = plan.an_answered()
    left = [entry for entry in plan.entries if entry.value != lost.value]
    assert Finding(Wrong.LOST, LIST, lost.value) in check(plan.ending(*left))


@given(planted)
def test_a_value_recorded_twice_is_found(plan: Planted) -> None:
    again = plan.choose.draw(st.sampled_from(plan.entries))
    history = plan.ending(*plan.entries, replace(again, position=1000))
    assert Finding(Wrong.TWICE, LIST, again.value) in check(history)


@given(planted)
def test_a_value_that_nobody_appended_is_found(plan: Planted) -> None:
    assert Wrong.INVENTED in found(plan.ending(*plan.entries, Entry("from nowhere", 1000)))


@given(planted)
def test_two_in_the_wrong_order_are_found(plan: Planted) -> None:
    first, second = Append(LIST, "first", 100, 101), Append(LIST, "second", 102, 103)
    entries = plan.entries
    place = plan.choose.draw(st.integers(0, len(entries)))
    entries.insert(place, Entry(second.value, 1000))
    entries.insert(plan.choose.draw(st.integers(place + 1, len(entries))), Entry(first.value, 1001))
    history = replace(plan.ending(*entries), appends=[*plan.history.appends, first, second])
    assert Finding(Wrong.REORDERED, LIST, first.value) in check(history)


@given(planted)
def test_a_fork_is_found(plan: Planted) -> None:
    values = [entry.value for entry in plan.entries]
    missing = plan.choose.draw(st.sampled_from(values[:-1]))
    fork = tuple(value for value in values if value != missing)
    assert Wrong.FORKED in found(plan.seeing(Read(LIST, fork, 0, 1000, "forked", fresh=False)))


@given(planted)
def test_a_stale_read_is_found(plan: Planted) -> None:
    unseen = plan.an_answered()
    values = [entry.value for entry in plan.entries]
    before = tuple(values[: values.index(unseen.value)])
    read = Read(LIST, before, (unseen.answered or 0) + 0.1, 1000, "stale")
    assert Wrong.STALE in found(plan.seeing(read))
    assert found(plan.seeing(replace(read, fresh=False))) == set()  # who follows may be late


@given(planted)
def test_a_read_that_lacks_what_another_saw_before_is_found(plan: Planted) -> None:
    values = tuple(entry.value for entry in plan.entries)
    history = plan.seeing(Read(LIST, values, 100, 101, "first", fresh=False))
    later = Read(LIST, values[:-1], 102, 103, "second")
    assert Wrong.STALE in found(replace(history, reads=[*history.reads, later]))


@given(planted)
def test_a_screen_that_goes_back_is_found(plan: Planted) -> None:
    values = tuple(entry.value for entry in plan.entries)
    shows = [Read(LIST, values, 100, 100, "screen", fresh=False), Read(LIST, values[:-1], 101, 101, "screen", False)]
    assert Wrong.BACK in found(replace(plan.history, reads=[*plan.history.reads, *shows]))


@given(planted)
def test_a_screen_that_claims_more_than_it_shows_is_found(plan: Planted) -> None:
    shown = tuple(entry.value for entry in plan.entries[:-1])
    claim = Read(LIST, shown, 1000, 1000, "another screen", fresh=False, position=plan.entries[-1].position)
    assert found(plan.seeing(claim)) == {Wrong.PARTIAL}


@given(planted)
def test_a_read_of_what_was_not_asked_for_yet_is_found(plan: Planted) -> None:
    values = [entry.value for entry in plan.entries]
    recorded = [append for append in plan.history.appends if append.value in values]
    early = plan.choose.draw(st.sampled_from(recorded))
    shown = tuple(values[: values.index(early.value) + 1])
    read = Read(LIST, shown, early.invoked - 2, early.invoked - 1, "early", fresh=False)
    assert Wrong.FORESEEN in found(plan.seeing(read))


def test_lists_are_checked_apart() -> None:
    one, other = Append("one", "a", 0, 1), Append("other", "b", 0, 1)
    assert check(History([one, other], final={"one": [Entry("a", 1)]})) == [Finding(Wrong.LOST, "other", "b")]
