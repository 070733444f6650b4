"""The fields of a plain form: what was typed comes back as it was, and what is sent is what the body asks for."""

from app.api.plain.fields import Field, Kind, drawn, sent
from app.api.plain.markup import element

UNITS = Field(name="units", label="What you keep", kind=Kind.SEVERAL, options=(("am", "Morning"), ("am", "Morning")))
UNTIL = Field(name="until", label="Until", kind=Kind.MOMENT)


def test_text_is_escaped_and_markup_is_not() -> None:
    inside = element("b", "<i>")
    assert element("p", inside, "&", [None, "'"], title='"') == '<p title="&quot;"><b>&lt;i&gt;</b>&amp;&#x27;</p>'
    assert element("input", type="checkbox", checked=True, value=None) == '<input type="checkbox" checked>'


def test_what_would_be_had_twice_may_be_chosen_twice() -> None:
    assert sent(UNITS, {"units": ["am", "am"]}) == {"units": ["am", "am"]}
    assert [drawn(UNITS, {"units": chosen}, None).count(" checked") for chosen in ([], ["am"], ["am", "am"])] == [
        0,
        1,
        2,
    ]


def test_a_time_is_that_of_england_and_what_is_no_time_goes_on_as_it_was_typed() -> None:
    assert sent(UNTIL, {"until": ["2026-07-01T10:00"]}) == {"until": "2026-07-01T10:00:00+01:00"}
    assert sent(UNTIL, {"until": ["2026-07-01T10:00:00Z"]}) == {"until": "2026-07-01T10:00:00+00:00"}
    assert sent(UNTIL, {"until": ["soon"]}) == {"until": "soon"}
    assert sent(UNTIL, {"until": [" "]}) == {}


def test_what_is_wrong_stands_at_its_field() -> None:
    shown = drawn(UNTIL, {"until": ["soon"]}, "Give a date.")
    assert 'aria-describedby="until-error"' in shown
    assert 'value="soon"' in shown
    assert 'id="until-error"' in shown
