"""Small ways to break a module, found in its syntax tree and written into its text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

_OPERATORS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_QUANTIFIER = re.compile(
    r"\[\^|\(\?(?:<?[=!]|P<\w+>|[a-z]*:)|\\[bAZ]|\\.|\{\d+,?\d*\}|\[|\]|[*+?^$]", re.DOTALL
)


@dataclass(frozen=True)
class Mutant:
    """One change: the bytes of `module` (a path in the project) from `start` to `end` become `after`."""

    module: str
    line: int
    start: int
    end: int
    before: str
    after: str
    kind: str

    def put_in(self, text: str) -> str:
        """The module with the change."""
        whole = text.encode()
        return (whole[: self.start] + self.after.encode() + whole[self.end :]).decode()


def mutants(module: str, text: str) -> tuple[Mutant, ...]:
    """Every mutant of a module that is still Python, in the order of its text."""
    found = {(one.start, one.end, one.after): one for one in _Finder(module, text).all()}
    return tuple(
        one for _, one in sorted(found.items()) if one.before != one.after and _compiles(one, text)
    )


def _compiles(one: Mutant, text: str) -> bool:
    try:
        compile(one.put_in(text), one.module, "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


class _Finder:
    """A walk through one module."""

    def __init__(self, module: str, text: str) -> None:
        self.module = module
        self.whole = text.encode()
        self.starts = [0, *accumulate(len(one) for one in self.whole.splitlines(keepends=True))]
        self.tree = ast.parse(text)

    def all(self) -> Iterator[Mutant]:
        yield from self._below(self.tree, inside=False)

    def _below(self, node: ast.AST, inside: bool) -> Iterator[Mutant]:
        """The mutants of a node and what is in it; `inside` a function."""
        yield from self._of(node, inside)
        if isinstance(node, ast.Assign) and self._text(node.targets[0]) == "__all__":
            return
        if isinstance(node, ast.JoinedStr):
            # Python 3.11 does not say where the parts of an f-string stand
            return
        inside = inside or isinstance(node, ast.FunctionDef)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_comment"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_docstring(child):
                    yield from self._below(child, inside)

    def _of(self, node: ast.AST, inside: bool) -> Iterator[Mutant]:
        match node:
            case ast.Compare():
                ends = [node.left, *node.comparators]
                for operator, (left, right) in zip(node.ops, pairwise(ends), strict=True):
                    before, after = _OPERATORS[type(operator)]
                    yield from self._between(left, right, before, after)
            case ast.BoolOp():
                before, after = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
                for left, right in pairwise(node.values):
                    yield from self._between(left, right, before, after)
            case ast.UnaryOp(op=ast.Not()):
                yield self._put(node, self._text(node.operand), "not")
            case ast.Constant(value=bool()):
                yield self._put(node, str(not node.value), "constant")
            case ast.Constant(value=int(number)):
                yield self._put(node, str(number + 1), "constant")
                yield self._put(node, str(number - 1), "constant")
            case ast.Constant(value=str()) if node.value:
                yield self._put(node, '""', "string")
            case ast.JoinedStr():
                yield self._put(node, '""', "string")
            case ast.Return(value=ast.Constant(value=None | False)):
                # nothing that anybody could tell from None
                return
            case ast.Return(value=ast.expr()):
                yield self._put(node, "return None", "return")
            case ast.If() | ast.IfExp() | ast.While():
                for always in ("True", "False")[isinstance(node, ast.While) :]:
                    yield self._put(node.test, always, "branch")
            case ast.comprehension():
                for test in node.ifs:
                    yield self._put(test, "True", "branch")
            case ast.Slice():
                yield from self._swapped(node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[pattern, *_]):
                yield from self._regex(pattern)
            case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
                if inside:
                    yield self._put(node, "pass", "statement")
            case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
                yield self._put(node, "pass", "statement")
            case _:
                pass

    def _between(
        self, left: ast.expr, right: ast.expr, before: str, after: str
    ) -> Iterator[Mutant]:
        start, end = self._end(left), self._start(right)
        pattern = re.escape(before).replace(r"\ ", r"\s+")
        if before.isascii() and before[0].isalpha():
            pattern = rf"\b{pattern}\b"
        if found := re.search(pattern.encode(), self.whole[start:end]):
            yield self._mutant(start + found.start(), start + found.end(), after, "operator")

    def _swapped(self, node: ast.Slice) -> Iterator[Mutant]:
        lower, upper = (self._text(one) if one else "" for one in (node.lower, node.upper))
        if (lower or upper) and node.step is None:
            yield self._put(node, f"{upper}:{lower}", "slice")

    def _regex(self, pattern: ast.expr) -> Iterator[Mutant]:
        """Quantifiers and anchors in the strings that make up a pattern."""
        start, text = self._start(pattern), self._text(pattern)
        braces = not any(isinstance(one, ast.JoinedStr) for one in ast.walk(pattern))
        in_class = False
        for found in _QUANTIFIER.finditer(text):
            sign = found[0]
            if in_class:
                in_class = sign != "]"
                continue
            in_class = sign in ("[", "[^")
            if sign == "{" or (sign.startswith("{") and not braces):
                continue
            for after in _other(sign):
                at = start + len(text[: found.start()].encode())
                yield self._mutant(at, at + len(sign.encode()), after, "regex")

    def _put(self, node: ast.AST, after: str, kind: str) -> Mutant:
        return self._mutant(self._start(node), self._end(node), after, kind)

    def _mutant(self, start: int, end: int, after: str, kind: str) -> Mutant:
        line = self.whole.count(b"\n", 0, start) + 1
        return Mutant(self.module, line, start, end, self.whole[start:end].decode(), after, kind)

    def _start(self, node: ast.AST) -> int:
        assert isinstance(node, ast.expr | ast.stmt)
        return self.starts[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.AST) -> int:
        assert isinstance(node, ast.expr | ast.stmt)
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.starts[node.end_lineno - 1] + node.end_col_offset

    def _text(self, node: ast.AST) -> str:
        return self.whole[self._start(node) : self._end(node)].decode()


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _other(sign: str) -> tuple[str, ...]:
    match sign:
        case "*":
            return ("+",)
        case "+":
            return ("*",)
        case "?" | "^" | "$" | r"\b" | r"\A" | r"\Z":
            return ("",)
        case "[^":
            return ("[",)
        case "(?=":
            return ("(?!",)
        case "(?!":
            return ("(?=",)
        case "(?<=":
            return ("(?<!",)
        case "(?<!":
            return ("(?<=",)
    if sign.startswith("{"):
        least, comma, most = sign[1:-1].partition(",")
        more = f"{{{int(least) + 1}{comma}{most}}}"
        return (more, f"{{{least},{int(most) - 1}}}") if most else (more,)
    return ()
