"""What of a migration the version before could not live with: it is found in the code, statement by statement."""

import ast
import re

_CONTRACTING_SQL = re.compile(
    r"\b(DROP\s+(TABLE|COLUMN|CONSTRAINT|INDEX|DEFAULT|SCHEMA|TYPE|VIEW)|RENAME|TRUNCATE|REVOKE"
    r"|SET\s+NOT\s+NULL|ALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE|ADD\s+(CONSTRAINT|CHECK|FOREIGN|UNIQUE))\b",
    re.IGNORECASE,
)
_CONTRACTING_CALLS = {
    "drop_table",
    "drop_column",
    "drop_constraint",
    "drop_index",
    "rename_table",
    "create_check_constraint",
    "create_unique_constraint",
    "create_foreign_key",
    "create_primary_key",
    "create_exclude_constraint",
    "batch_alter_table",
}


def contracting(code: str) -> list[str]:
    """What of a migration the version before could not live with."""
    tree = ast.parse(code)
    made = {_name(call) for call in _calls(tree, "create_table")}
    return [ast.unparse(call) for call in _calls(tree) if _contracts(call, made)]


def _contracts(call: ast.Call, made: set[str]) -> bool:
    what = {each.arg: each.value for each in call.keywords}
    match _called(call):
        case "execute":
            return bool(_CONTRACTING_SQL.search(ast.unparse(call)))
        case "alter_column":
            return "new_column_name" in what or "type_" in what or _is(what, "nullable", False) or _no_default(what)
        case "add_column":
            return any(_wants_a_value(column) for column in _calls(call, "Column"))
        case "create_index":
            return _is(what, "unique", True) and _name(call, 1) not in made
        case called:
            return called in _CONTRACTING_CALLS


def _wants_a_value(column: ast.Call) -> bool:
    what = {each.arg: each.value for each in column.keywords}
    return _is(what, "nullable", False) and "server_default" not in what


def _no_default(what: dict[str | None, ast.expr]) -> bool:
    return _is(what, "server_default", None)


def _is(what: dict[str | None, ast.expr], name: str, value: object) -> bool:
    told = what.get(name)
    return isinstance(told, ast.Constant) and told.value is value


def _calls(tree: ast.AST, named: str = "") -> list[ast.Call]:
    found = [each for each in ast.walk(tree) if isinstance(each, ast.Call)]
    return [each for each in found if not named or _called(each) == named]


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _name(call: ast.Call, at: int = 0) -> str:
    first = call.args[at] if len(call.args) > at else None
    return str(first.value) if isinstance(first, ast.Constant) else ""
