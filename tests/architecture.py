"""What the tests of the architecture look for: layers, owners, what the core may not touch.

Every check is a function of a module's name and text, so that it can be shown what it must refuse.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import showcase

PACKAGE = Path(showcase.__file__).parent

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "file_names links",
        "addresses assets covers diagnostics diagrams fonts loss markup listing model policy privacy pronunciation release whole_files",
        "confinement",
        "covering dataset drafting judgement kept_check ledger mending messages switching",
        "reading search",
        "catalogue delivery reports revision schemas",
        "beginnings ledger_file photographs rules undo written_files",
        "checkup",
        "folder migrations scaffold views",
        "compiling edition markdown_prose publication",
        "datasets derived display previewing prose_folder render rewatching proofs withdrawal",
        "gauge workshop",
        "packaging plugin publishing repairs workbook",
        "bench",
        "commands",
        "cli",
        "__main__",
    )
)
"""Lowest first. A module imports from rows above its own in this table, never from its own row."""

OWNERS = {
    "mkdocs": {"plugin", "commands", "bench"},
    "jinja2": {"render", "compiling", "proofs"},
    "PIL": {"photographs"},
    "pi_heif": {"photographs"},
    "nh3": {"markup"},
    "markdown": {"markdown_prose"},
    "pypinyin": {"pronunciation"},
    "yaml": {"reading"},
    "fontTools": {"fonts"},
    "pydantic": {"model", "reading.binding", "reading.salvage", "views.fields"},
    "pydantic_core": {"model"},
    "typer": {"cli", "commands"},
    "rich": {"commands", "bench"},
    "openpyxl": {"workbook"},
    "defusedxml": {"workbook"},
}
"""Who may know each library; a package's name stands for all of its modules."""

CORE = frozenset(
    [
        "drafting",
        "model",
        "privacy",
        "reading",
        "rules",
        "views",
        "covers",
        "diagrams",
        "catalogue",
        "revision",
        "judgement",
        "ledger",
        "mending",
        "publication",
        "reports",
        "edition",
        "addresses",
        "assets",
        "links",
        "markup",
        "policy",
        "loss",
        "release",
        "diagnostics",
        "file_names",
        "messages",
        "covering",
        "scaffold",
        "schemas",
        "checkup",
        "datasets",
        "dataset",
        "search",
    ]
)
OUTSIDE = frozenset(
    [
        "pathlib",
        "os",
        "io",
        "random",
        "time",
        "tempfile",
        "shutil",
        "glob",
        "subprocess",
        "socket",
        "secrets",
        "uuid",
        "locale",
        "sys",
        "urllib.request",
        "logging",
        "threading",
        "importlib",
    ]
)
"""What the core must not even name: files, clocks, chance, the machine."""
CALLS_OUTSIDE = frozenset(["open", "print", "input", "eval", "exec", "__import__", "breakpoint"])
CLOCKS = frozenset(["now", "today", "utcnow", "fromtimestamp"])
VAGUE = frozenset(["utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"])
LONGEST = 300
LONGEST_PLUGIN = 150
LONG: dict[str, str] = {}
"""Modules that may be longer, each with its reason."""


@dataclass(frozen=True)
class Module:
    """A module of the package: its dotted name below `showcase`, and its text."""

    name: str
    text: str
    is_package: bool = False

    @property
    def unit(self) -> str:
        """The part of the package that it belongs to: `views` for `views.home`."""
        return self.name.partition(".")[0]

    @property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.text)

    def belongs_to(self, names: set[str]) -> bool:
        """Whether it, or a package around it, is one of these."""
        parts = self.name.split(".")
        return any(".".join(parts[:count]) in names for count in range(1, len(parts) + 1))


def modules() -> list[Module]:
    """Every module of the package but its own `__init__`."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        if name:
            found.append(Module(name, path.read_text("utf-8"), is_package))
    return found


def imports_of(module: Module) -> Iterator[str]:
    """What it imports, by full name, wherever the import stands: functions and TYPE_CHECKING count."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _start(module, node)
            yield from (f"{start}.{alias.name}" for alias in node.names)


def _start(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    here = ["showcase", *module.name.split(".")]
    above = here[: len(here) - node.level + (1 if module.is_package else 0)]
    return ".".join([*above, *([node.module] if node.module else [])])


def row_of(unit: str) -> int | None:
    """The layer of a unit, counted from the lowest."""
    return next((row for row, units in enumerate(LAYERS) if unit in units), None)


def upward(module: Module) -> list[str]:
    """Its imports that do not lead downward."""
    own = row_of(module.unit)
    if own is None:
        return [f"{module.unit} stands in no layer"]
    found = []
    for name in imports_of(module):
        if name.partition(".")[0] != "showcase":
            continue
        unit = name.split(".")[1] if "." in name else ""
        row = row_of(unit)
        if unit != module.unit and (row is None or row >= own):
            found.append(name)
    return found


def strangers(module: Module) -> list[str]:
    """Its imports of libraries that belong to others."""
    return [
        name
        for name in imports_of(module)
        if (owners := OWNERS.get(name.partition(".")[0])) and not module.belongs_to(owners)
    ]


def touched(module: Module) -> list[str]:
    """What a module of the core reaches for outside of itself."""
    if module.unit not in CORE:
        return []
    found = [
        name
        for name in imports_of(module)
        if any(f"{name}.".startswith(f"{one}.") for one in OUTSIDE)
    ]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            attribute = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            found += [one for one in (name,) if one in CALLS_OUTSIDE]
            found += [one for one in (attribute,) if one in CLOCKS]
    return found


def undocumented(module: Module) -> list[str]:
    """Its public parts without a docstring."""
    found = [] if ast.get_docstring(module.tree) or not module.text.strip() else [module.name]
    for outer in module.tree.body:
        inner = outer.body if isinstance(outer, ast.ClassDef) else []
        for node in (outer, *inner):
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            private = node.name.startswith("_") or getattr(outer, "name", "").startswith("_")
            if not private and not ast.get_docstring(node):
                found.append(node.name)
    return found


def too_long(module: Module) -> bool:
    """Whether it should be two."""
    lines = module.text.count("\n")
    return lines > (LONGEST_PLUGIN if module.name == "plugin" else LONGEST)


def circle(graph: dict[str, set[str]]) -> list[str]:
    """A way that leads back to where it began, or nothing."""
    done: set[str] = set()

    def follow(name: str, trail: list[str]) -> list[str]:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return []
        for target in sorted(graph.get(name, ())):
            if found := follow(target, [*trail, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(graph) if (found := follow(name, []))), [])


def graph_of(several: list[Module]) -> dict[str, set[str]]:
    """Which module imports which."""
    names = {module.name for module in several}
    graph: dict[str, set[str]] = {}
    for module in several:
        targets = graph.setdefault(module.name, set())
        for imported in imports_of(module):
            parts = imported.split(".")[1:] if imported.startswith("showcase.") else []
            # the longest part of it that is a module: the rest is a name inside
            for count in range(len(parts), 0, -1):
                if (name := ".".join(parts[:count])) in names:
                    targets.add(name)
                    break
        targets.discard(module.name)
    return graph
