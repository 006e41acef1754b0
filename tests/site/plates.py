"""The real standards and invented ones of every shape, as pages for a server and for a disk. Nothing else is built."""

from __future__ import annotations

from pathlib import Path

from showcase.render import Renderer
from showcase.workshop import Workshop
from tests.site import project

REAL = ("pudong-1-6-n", "hanyang-1-3-m-n", "shangcheng-17654", "command-platforms-grid", "seven-steps")  # fmt: skip
"""Every real standard that is drawn; a test holds the list against the content."""
HOSTILE = '<b onload="1">虚构</b>&amp;'
_LONG = "虚构的名称很长很长的联谊组织与它的分会和小组办公室"


def _listed(names: list[str]) -> str:
    return "".join(f"      - {name!r}\n" for name in names)


def _grouped(groups: dict[str, list[str]]) -> str:
    return "groups:\n" + "".join(
        f"  - name: {head!r}\n    criteria:\n{_listed(names)}" for head, names in groups.items()
    )


def _steps(count: int) -> str:
    return "criteria:\n" + "".join(f"  - 虚构第{n}步动起来\n" for n in range(1, count + 1))


INVENTED = {
    "xu-signs": (
        "架构",
        _grouped({"1": [HOSTILE, "Showcase Practice Base Alliance, WWW Mm 2024"], "25": [f"{n}{_LONG}" for n in range(25)], "N": ["虚"]}),
    ),
    "xu-words": (
        "架构",
        _grouped({"三有": ["有甲", "有乙"], "三带头（虚构的领导干部）": [_LONG], "五同步": ["同步甲", "同步乙"]}),
    ),
    "xu-much": (
        "架构",
        _grouped({f"第{n}组虚构名称": [f"虚构第{n}组第{m}个小组" for m in range(1, 21)] for n in range(1, 13)}),
    ),
    "xu-flat": ("架构", "criteria:\n" + "".join(f"  - 虚构单位{n}号\n" for n in range(25))),
    "xu-told": (
        "架构",
        "groups:\n  - name: '1'\n    criteria:\n"
        "      - {name: 虚构中心, explain: 虚构的释义一, base: ximalaya-xinlianhui}\n"
        "      - {name: 虚构AI小组2024, required: false, base: xinxin-xiangyang}\n",
    ),
    "xu-item": ("架构", "criteria: [只有这一项]\n"),
    "xu-three": (
        "步骤",
        "criteria:\n  - {name: 先听, explain: 虚构的释义}\n  - {name: 再议, base: ximalaya-xinlianhui}\n  - 后办\n"
        "gives: [听力, 议力, 办力]\nshifts: [不听→听, 不议→议, 不办→办]\n",
    ),
    "xu-fifteen": ("步骤", _steps(15)),
    "xu-stretches": ("步骤", _grouped({"第一段": ["听", "看", "问"], "第二段": [*"议定办查评改报"]})),
}  # fmt: skip
"""The form and the items of each, in YAML."""
UNDRAWN = "xu-item"
DRAWN = (*REAL, *(name for name in INVENTED if name != UNDRAWN))


def lay(folder: Path) -> dict[str, Path]:
    """Two sites of standards and profiles: `http` for a server, `file` for a disk."""
    copy = project.copy(folder / "project")
    for name, (use, items) in INVENTED.items():
        text = f"schema: 1\nname: 虚构{name}\nuse: {use}\nsource: chengyang-report\nnote: 虚构\n{items}"
        (copy / "bases/_standards" / f"{name}.yml").write_text(text, encoding="utf-8")
    workshop = Workshop(copy)
    reading = workshop.read()
    assert reading.catalogue is not None, reading.diagnostics
    edition = workshop.edition(reading.catalogue)
    assets = workshop.assets(edition)
    sites = {"http": folder / "http", "file": folder / "file"}
    for way, site in sites.items():
        renderer = Renderer(copy / "overrides", index_names=way == "file")
        files = dict(assets.files)
        for page in edition.pages():
            if page.path.startswith(("standards/", "bases/")):
                document = renderer.render(page.view(), edition.shell(page), page.path, assets)
                files[page.file] = document.encode()
        for name, content in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(content)
    return sites
