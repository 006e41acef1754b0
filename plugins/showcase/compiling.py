"""How our templates become Python: leaner than Jinja's own way, for views that are plain dataclasses.

Two differences from the stock code generator, worth a third of the time that a page takes: an attribute
is taken as an attribute (no second try as an item, no undefined object: a name that a view lacks stops the
build by itself), and a string is escaped without being wrapped in `Markup` only to be joined a moment later.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame


_SPECIAL = re.compile(r"[&<>\"']").search


def escaped(value: object) -> str:
    """Text made safe for HTML; what is HTML already (`__html__`) as it is."""
    if type(value) is str:
        # most text holds nothing to escape, and finding that out is cheaper than five replacements
        return escape(value) if _SPECIAL(value) else value
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return escape(str(value))


class LeanCodeGenerator(CodeGenerator):
    """Compiles attribute access and escaping to the plainest Python that does them."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`one.name` is `one.name`."""
        if not node.attr.isidentifier() or node.attr.startswith("_"):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class LeanEnvironment(Environment):
    """An environment whose templates are compiled by `LeanCodeGenerator`. Autoescape is always on."""

    code_generator_class = LeanCodeGenerator
    escaped = staticmethod(escaped)
