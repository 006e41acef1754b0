"""Which codes the package can raise, read off its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeGuard

import showcase

PACKAGE = Path(showcase.__file__).parent
RAISING = {
    "fault",
    "_fault",
    "_at",
    "Diagnostic",
    "Hindrance",
    "PydanticCustomError",
    "UnreadableError",
    "_Excess",
    "Slip",
    "Remark",
    "_cleaned",
    "_wrapped",
    "pushed",
    "Custom",
    "DateError",
    "QuantityError",
    "_tell_key",
    "CellFault",
    "unreadable",
    "_no",
    "_note",
}
"""Calls whose first argument is a code."""
TABLES = {"_CODES", "_IN_CELLS", "_UNKNOWN"}
"""Mappings whose values are codes."""

_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


class _Headed(ast.Return):
    value: ast.Tuple


def raised_in(source: str) -> set[str]:
    """The codes that a module can raise.

    A code is the first argument of a raising call: a string, a choice between strings, or a name that
    the same function sets to one, alone or in a loop over a table. The function may also leave the call to another and return the code
    at the head of a tuple.
    """
    tree = ast.parse(source)
    found: set[str] = set()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for scope in (tree, *functions):
        assigned = _assigned(scope.body if scope is tree else ast.walk(scope))
        for call in _calls(scope):
            if _name(call.func) in RAISING and call.args:
                first = call.args[0]
                meant = assigned.get(first.id, []) if isinstance(first, ast.Name) else [first]
                found.update(text for one in meant for text in _texts(one))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            if {_name(target) for target in node.targets} & TABLES:
                found.update(text for value in node.value.values if value for text in _texts(value))
        elif isinstance(node, ast.Return) and _returns_a_code(node, functions):
            found.update(_texts(node.value.elts[0]))
    # others have calls of the same name, with words for their first argument
    return {code for code in found if _CODE.fullmatch(code)}


def raised() -> dict[str, set[str]]:
    """The modules that can raise each code."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for code in raised_in(path.read_text("utf-8")):
            found.setdefault(code, set()).add(path.relative_to(PACKAGE).as_posix())
    return found


def _returns_a_code(found: ast.Return, functions: list[ast.FunctionDef]) -> TypeGuard[_Headed]:
    """Whether a tuple is returned whose head is written like a code, where strings head the tuples."""
    if not isinstance(found.value, ast.Tuple) or not found.value.elts:
        return False
    around = [one for one in functions if found in ast.walk(one)]
    expected = any(
        one.returns and re.search(r"tuple\[str, (?!\.\.\.)", ast.unparse(one.returns))
        for one in around
    )
    return expected and all(_CODE.fullmatch(text) for text in _texts(found.value.elts[0]))


def _calls(scope: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(scope) if isinstance(node, ast.Call))


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    values: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _pairs(target, node.value):
                    values.setdefault(name, []).append(value)
        elif isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            for row in node.iter.elts:
                for name, value in _pairs(node.target, row):
                    values.setdefault(name, []).append(value)
    return values


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """What an assignment gives each of its names, as far as it can be seen."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(map(_name, target.elts), value.elts, strict=False)
    else:
        yield _name(target), value


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    """The strings that an expression can be: itself, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
