"""What a template reads: walks its syntax tree with its includes, macros and parents, typing as it goes."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field, fields, is_dataclass

from jinja2 import Environment, nodes

Kind = typing.Any
"""A type as annotations spell it: a dataclass, ``str``, ``tuple[X, ...]``, ``X | None``."""


def field_types(cls: type) -> dict[str, Kind]:
    """The fields of a dataclass with their types."""
    hints = typing.get_type_hints(cls)
    return {one.name: hints[one.name] for one in fields(cls)}


def origin(kind: Kind) -> Kind:
    """``tuple`` of ``tuple[X, ...]``, the union of ``X | None``."""
    return typing.get_origin(kind)


def present(kind: Kind) -> Kind:
    """``X`` of ``X | None``: what stands inside an `if` that asked for it."""
    if origin(kind) in (typing.Union, types.UnionType):
        return next(one for one in typing.get_args(kind) if one is not type(None))
    return kind


@dataclass
class Walk:
    """One walk over a template and all that it draws in; collects what it reads and what is wrong."""

    environment: Environment
    read: set[tuple[type, str]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    _place: str = ""

    def template(self, name: str, scope: dict[str, Kind], blocks: dict[str, nodes.Block]) -> None:
        """Walk the template `name`; `blocks` are those that its children replace."""
        self.seen.add(name)
        tree = self._parsed(name)
        outer, self._place = self._place, name
        scope = dict(scope)
        own = {block.name: block for block in tree.find_all(nodes.Block)} | blocks
        parents = [one for one in tree.body if isinstance(one, nodes.Extends)]
        for node in tree.body:
            if not (parents and isinstance(node, nodes.Block)):
                self._statement(node, scope, own)
        for parent in parents:
            # a child's imports are at hand in the blocks that it replaces
            self.template(self._constant(parent.template), scope, own)
        self._place = outer

    def _parsed(self, name: str) -> nodes.Template:
        loader = self.environment.loader
        assert loader is not None
        source, _, _ = loader.get_source(self.environment, name)
        return self.environment.parse(source)

    def _constant(self, node: nodes.Expr) -> str:
        if isinstance(node, nodes.Const):
            return str(node.value)
        self._refuse(node, "a template is named outright")
        return ""

    def _refuse(self, node: nodes.Node, why: str) -> None:
        self.wrong.append(f"{self._place}:{node.lineno}: {why}")

    def _statement(
        self, node: nodes.Node, scope: dict[str, Kind], blocks: dict[str, nodes.Block]
    ) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self._printed(part, scope)
            case nodes.For():
                self._loop(node, scope, blocks)
            case nodes.If():
                if node.elif_:
                    self._refuse(node, "no elif")
                self._asked(node.test, scope)
                for branch in (node.body, node.else_):
                    self._body(branch, scope, blocks)
            case nodes.Include():
                self.template(self._constant(node.template), scope, {})
            case nodes.FromImport():
                tree = self._parsed(self._constant(node.template))
                self.seen.add(self._constant(node.template))
                for name in node.names:
                    assert isinstance(name, str), "no import under another name"
                    scope[name] = (self._constant(node.template), _macro(tree, name))
            case nodes.Block():
                self._body(blocks[node.name].body, scope, blocks)
            case nodes.Macro() | nodes.Extends():
                pass
            case _:
                self._refuse(node, f"{type(node).__name__} is not allowed")

    def _body(
        self, body: list[nodes.Node], scope: dict[str, Kind], blocks: dict[str, nodes.Block]
    ) -> None:
        scope = dict(scope)
        for node in body:
            self._statement(node, scope, blocks)

    def _loop(
        self, node: nodes.For, scope: dict[str, Kind], blocks: dict[str, nodes.Block]
    ) -> None:
        if node.test or node.recursive or node.else_ or not isinstance(node.target, nodes.Name):
            self._refuse(node, "a plain for only")
            return
        kind = self._kind(node.iter, scope)
        if kind == ():
            return
        if origin(kind) is not tuple:
            self._refuse(node, f"{kind} is no list")
            return
        self._body(node.body, {**scope, node.target.name: typing.get_args(kind)[0]}, blocks)

    def _asked(self, test: nodes.Node, scope: dict[str, Kind]) -> None:
        if isinstance(test, nodes.Name | nodes.Getattr):
            self._kind(test, scope)
        else:
            self._refuse(test, f"an if asks one name, not {type(test).__name__}")

    def _printed(self, node: nodes.Expr, scope: dict[str, Kind]) -> None:
        if isinstance(node, nodes.Call):
            self._call(node, scope)
            return
        kind = self._kind(node, scope)
        if kind is not None and not (isinstance(kind, type) and issubclass(kind, str | int)):
            self._refuse(node, f"prints {kind}")

    def _call(self, node: nodes.Call, scope: dict[str, Kind]) -> None:
        macro = scope.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if macro is None or node.kwargs:
            self._refuse(node, "only macros are called, with plain arguments")
            return
        name, body = macro
        given = [self._kind(argument, scope) for argument in node.args]
        arguments = dict(zip((one.name for one in body.args), given, strict=True))
        outer, self._place = self._place, name
        tree = self._parsed(name)
        inside: dict[str, Kind] = {
            one.name: (name, one) for one in tree.body if isinstance(one, nodes.Macro)
        }
        for one in tree.body:
            if isinstance(one, nodes.FromImport):
                self._statement(one, inside, {})
        self._body(body.body, inside | arguments, {})
        self._place = outer

    def _kind(self, node: nodes.Node, scope: dict[str, Kind]) -> Kind:
        match node:
            case nodes.Const():
                return type(node.value)
            case nodes.Tuple(items=[]):
                return ()
            case nodes.Filter(name="url" | "asset", args=[], kwargs=[]) if node.node is not None:
                self._kind(node.node, scope)
                return str
            case nodes.Filter(name="length", args=[], kwargs=[]) if node.node is not None:
                if self._kind(node.node, scope) is not str:
                    self._refuse(node, "a length is of text")
                return int
            case nodes.Name() if node.name in scope:
                return scope[node.name]
            case nodes.Getattr():
                return self._field(node, present(self._kind(node.node, scope)))
            case _:
                self._refuse(
                    node, f"{type(node).__name__} {getattr(node, 'name', '')} is not allowed"
                )
                return None

    def _field(self, node: nodes.Getattr, owner: Kind) -> Kind:
        known = field_types(owner) if isinstance(owner, type) and is_dataclass(owner) else {}
        if node.attr not in known:
            self._refuse(node, f"{owner} has no field {node.attr}")
            return None
        self.read.add((owner, node.attr))
        return known[node.attr]


def _macro(tree: nodes.Template, name: str) -> nodes.Macro:
    return next(one for one in tree.find_all(nodes.Macro) if one.name == name)
