"""Builds of several sizes measured, compared and told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from .synthesis import project

STAGES = {
    "imports": "载入程序",
    "read": "读取与检查YAML",
    "plan": "编排页面",
    "render": "排版成HTML",
    "mkdocs": "MkDocs与写盘",
    "derived": "封面与字体",
}
LIMIT = 1800
"""Seconds after which one build is given up."""


def measure(root: Path, sizes: Sequence[int]) -> dict[str, Any]:
    """Build each size twice, with an empty cache and with a full one; check each twice."""
    found: dict[str, Any] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="showcase-bench-") as folder:
            made = project(Path(folder) / "project", size, root)
            cold = _child(made, Path(folder) / "site")
            warm = _child(made, Path(folder) / "site")
            checks = {"cold": _check(made), "unchanged": _check(made)}
            found[str(size)] = {
                "cold": cold, "warm": warm, "checks": checks, "yaml_bytes": _yaml_bytes(made),
            }  # fmt: skip
    return found


def _check(made: Path) -> float:
    """CPU seconds of one `check`, loading included; 0 where the system does not count its children's."""
    before = os.times()
    command = [sys.executable, "-m", "showcase", "check"]
    subprocess.run(command, cwd=made, capture_output=True, timeout=LIMIT, check=False)
    after = os.times()
    spent = (after.children_user, after.children_system)
    return sum(spent) - before.children_user - before.children_system


def _yaml_bytes(made: Path) -> int:
    return sum(path.stat().st_size for path in (made / "bases").glob("*.yml"))


def _child(made: Path, site: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "showcase.bench.run", str(made), str(site)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def show(found: dict[str, Any], console: Console) -> None:
    """Print a column for each size."""
    table = Table(title="整站生成：CPU秒（第一次 / 有缓存）", title_justify="left")
    table.add_column("")
    for size in found:
        table.add_column(f"{size}个基地", justify="right")
    rows: list[tuple[str, list[str]]] = [
        (name, [_pair(one, "stages", key) for one in found.values()])
        for key, name in STAGES.items()
    ]
    rows += [
        ("页面合计（不含封面与字体）", [_pair(one, "pages_cpu") for one in found.values()]),
        (
            "检查（第一次 / 没有改动）",
            [
                f"{one['checks']['cold']:.2f} / {one['checks']['unchanged']:.2f}"
                for one in found.values()
            ],
        ),
        ("每个基地，毫秒", [_each(size, one) for size, one in found.items()]),
        ("页面阶段内存，MB", [f"{one['cold']['pages_peak'] / 1e6:.0f}" for one in found.values()]),
        ("全程内存，MB", [f"{one['cold']['peak'] / 1e6:.0f}" for one in found.values()]),
        ("页数", [str(one["cold"]["pages"]) for one in found.values()]),
        ("最大的一页，KB", [f"{one['cold']['largest_page'] / 1e3:.0f}" for one in found.values()]),
        ("页面，MB", [f"{one['cold']['page_bytes'] / 1e6:.1f}" for one in found.values()]),
        ("全站，MB", [f"{one['cold']['bytes'] / 1e6:.1f}" for one in found.values()]),
    ]
    for name, cells in rows:
        table.add_row(name, *cells)
    console.print(table)


def _pair(one: dict[str, Any], *keys: str) -> str:
    cold, warm = one["cold"], one["warm"]
    for key in keys:
        cold, warm = cold[key], warm[key]
    return f"{cold:.2f} / {warm:.2f}"


def _each(size: str, one: dict[str, Any]) -> str:
    return f"{one['cold']['pages_cpu'] / int(size) * 1000:.2f}"
