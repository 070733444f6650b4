"""Several parts are sent as one statement: each keeps its own arguments."""

from uuid import UUID

from app.domain.values import SystemId
from app.events.together import Part, together

SYSTEM = SystemId(UUID(int=1))


def test_parameters_go_on_where_those_of_the_part_before_end() -> None:
    one = Part("one AS (INSERT INTO a VALUES ($1, $2, $3))", ("a", "b"))
    ten = Part("ten AS (UPDATE b SET c = $2 || $10 WHERE system_id = $1)", tuple(range(2, 11)))
    sql, *arguments = together(SYSTEM, [one, ten])
    assert sql == (
        "WITH one AS (INSERT INTO a VALUES ($1, $2, $3)), "
        "ten AS (UPDATE b SET c = $4 || $12 WHERE system_id = $1) SELECT 1"
    )
    assert arguments == [SYSTEM, "a", "b", *range(2, 11)]


def test_the_answer_is_of_the_part_that_asks() -> None:
    first, asking = (
        Part("a AS (x $2)", (1,)),
        Part("b AS (y $2)", (2,), "SELECT z FROM c WHERE system_id = $1 AND d = $2"),
    )
    sql, *_ = together(SYSTEM, [first, asking])
    assert sql.endswith("SELECT z FROM c WHERE system_id = $1 AND d = $3")
