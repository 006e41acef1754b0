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

from .invention import Size, invented
from .reader import answers
from .synthesis import project
from .weight import LARGEST

STAGES = {
    "imports": "载入程序",
    "read": "读取与检查YAML",
    "plan": "编排页面",
    "render": "排版成HTML",
    "mkdocs": "MkDocs与写盘",
    "datasets": "供脚本用的数据",
    "derived": "封面与字体",
}
SCENARIOS = {
    "directory": "全部基地",
    "timeline": "时间线",
    "matrix": "对照表",
    "search": "搜索",
    "shown": "打开页面",
}
STEPS = {
    "filter": "筛选",
    "filter two at once": "一次选两样",
    "group": "分组",
    "sort": "排序",
    "type": "输入文字",
    "cards or table": "卡片、表格",
    "open": "打开筛选",
    "kind": "按类型",
    "year": "按年份",
    "city": "按城市",
    "type a base": "输入基地",
    "only": "只看待补的",
    "open the index": "第一次搜索",
    "query": "搜索",
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


def measure_at_scale(root: Path, size: Size, browser: Path | None = None) -> dict[str, Any]:
    """Build one large invented site, as uneven as real ones, with an empty cache and with a full one.

    With a `browser`, a reader then uses its pages from the disk.
    """
    with tempfile.TemporaryDirectory(prefix="showcase-bench-") as folder:
        made = invented(Path(folder) / "project", size, root)
        site = Path(folder) / "site"
        return {
            "bases": size.bases,
            "activities": size.activities,
            "cold": _child(made, site),
            "warm": _child(made, site),
            "yaml_bytes": _yaml_bytes(made),
            "browser": answers(browser, site) if browser else [],
        }


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


def show_at_scale(found: dict[str, Any], console: Console) -> None:
    """Print what a large site costs and weighs: stages, kinds of pages, datasets, shared files."""
    cold, warm = found["cold"], found["warm"]
    title = f"{found['bases']}个基地、{found['activities']}次活动（虚构）：CPU秒（第一次 / 有缓存）"
    stages = [(name, _pair(found, "stages", key)) for key, name in STAGES.items()]
    stages += [
        ("页面合计（不含数据、封面与字体）", _pair(found, "pages_cpu")),
        ("合计", _pair(found, "cpu")),
        ("全程内存，MB", f"{cold['peak'] / 1e6:.0f} / {warm['peak'] / 1e6:.0f}"),
        ("页数", str(cold["pages"])),
        ("文件数", str(cold["files"])),
        ("页面，MB", f"{cold['page_bytes'] / 1e6:.1f}"),
        ("全站，MB", f"{cold['bytes'] / 1e6:.1f}"),
        (f"超过{LARGEST // 1000} KB的页面", "、".join(cold["too_large"]) or "没有"),
    ]
    _print(console, title, ("", ""), stages)
    kinds = [
        (
            kind,
            str(one["pages"]),
            f"{one['cpu']:.2f}",
            f"{one['bytes'] / one['pages'] / 1e3:.0f}",
            f"{one['largest'] / 1e3:.0f}",
            f"{one['packed'] / 1e3:.0f}",
            one["where"],
        )
        for kind, one in cold["kinds"].items()
    ]
    head = ("", "页数", "CPU秒", "平均KB", "最大KB", "压缩后KB", "最大的一页")
    _print(console, "各种页面", head, kinds)
    datasets = [
        (
            maker,
            f"{one['cpu']:.2f}",
            str(one["files"]),
            f"{one['bytes'] / 1e3:.0f}",
            f"{one['gzip'] / 1e3:.0f}",
            f"{one['largest'] / 1e3:.0f}",
            f"{one['largest_gzip'] / 1e3:.0f}",
        )
        for maker, one in cold["datasets"].items()
    ]
    head = ("", "CPU秒", "文件数", "KB", "压缩后KB", "最大一个KB", "压缩后KB")
    _print(console, "供脚本用的数据", head, datasets)
    assets = [
        (name, f"{one['bytes'] / 1e3:.1f}", f"{one['gzip'] / 1e3:.1f}")
        for name, one in cold["assets"].items()
    ]
    _print(console, "各页共用的文件", ("", "KB", "压缩后KB"), assets)


def show_answers(found: Sequence[dict[str, Any]], console: Console) -> None:
    """Print how soon pages answer a reader, and what of a page was not there to be used."""
    rows = []
    for one in found:
        times = [
            f"{one[name][key]:.0f}" if name in one else ""
            for name, key in (
                ("cpu", "min"),
                ("cpu", "median"),
                ("cpu", "p95"),
                ("elapsed", "median"),
            )
        ]
        first = [
            f"{one[name]:.0f}" if one.get(name) else ""
            for name in ("first_cpu", "first" if "first" in one else "paint")
        ]
        if "fault" in one:
            said = f"：{one['fault']}"
        elif not one["there"]:
            said = "：没有这个控件"
        else:
            said = "：没有反应" if one.get("silent") and "first" not in one else ""
        rows.append(
            (
                SCENARIOS[one["scenario"]],
                f"{STEPS.get(one['step'], one['step'])}{said}",
                *times,
                *first,
            )
        )
    head = ("", "做什么", "最快", "中位", "p95", "到下一帧", "第一次CPU", "第一次")
    _print(console, "在浏览器里（从磁盘打开），毫秒：最快、中位、p95是CPU时间", head, rows)


def _print(
    console: Console, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    console.print(title)
    table = Table()
    for place, name in enumerate(head):
        words = place == 0 or name.startswith(("最大的", "做什么"))
        table.add_column(name, justify="left" if words else "right", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _pair(one: dict[str, Any], *keys: str) -> str:
    cold, warm = one["cold"], one["warm"]
    for key in keys:
        cold, warm = cold[key], warm[key]
    return f"{cold:.2f} / {warm:.2f}"


def _each(size: str, one: dict[str, Any]) -> str:
    return f"{one['cold']['pages_cpu'] / int(size) * 1000:.2f}"
