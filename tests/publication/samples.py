"""Invented states of a public site, small enough to see through."""

from __future__ import annotations

from dataclasses import replace

from showcase.ledger import Picture, Published, Snapshot, Tick

STANDARD = Snapshot("云州三有", {"用法": "对照", "条目 第1条·名称": "有场地"})
BASE = Snapshot(
    "云桥同心站",
    {
        "城市": "云州市",
        "摘要": "云桥大厦里的活动站。每周三开放。",
        "记载 第1条·内容": "管理外包",
        "记载 第1条·来源": "云州报告",
        "记载 第2条·内容": "每月议事一次",
        "数据 第1条·名称": "服务企业",
        "数据 第1条·数值": "300余家",
        "数据 第1条·来源": "云州报告",
        "数据 第2条·名称": "活动室",
        "数据 第2条·数值": "3处",
        "活动 第1条·标题": "开放日",
        "活动 第1条·日期": "2023年3月25日",
        "达标·three-haves·依据·内容": "全市基地推行“三有”",
    },
    {
        "three-haves·有场地": Tick("达标", {"opening": "活动：开放日"}),
        "three-haves·有章程": Tick("待佐证"),
    },
    {"aa.jpg": Picture("1" * 64, "前厅", "2023年的前厅", "宣传科")},
)


def site(base: Snapshot = BASE, identity: str = "yunqiao", **more: Snapshot) -> Published:
    """A site of one base (and `more`) with one standard, a source and a term."""
    bases = {identity: base, **more}
    pages = {"": "云州实践基地", "bases/": "全部基地"}
    pages |= {f"bases/{one}/": told.name for one, told in bases.items()}
    things = {
        "bases": bases,
        "standards": {"three-haves": STANDARD},
        "sources": {"report": Snapshot("云州报告", {"类别": "其他"})},
        "terms": {"concentric": Snapshot("同心", {"释义": "虚构的释义"})},
        "site": {"_site": Snapshot("云州实践基地", {"主办": "云州某单位"})},
        "content": {"about/": Snapshot("编写说明", {"正文": "虚构的说明。"})},
    }
    return Published(things, pages)


def with_fields(**changed: str) -> Snapshot:
    """The base with some fields set (``数据_第1条_数值`` for ``数据 第1条·数值``); empty ones are left out."""
    fields = dict(BASE.fields)
    for name, text in changed.items():
        head, _, rest = name.partition("_")
        path = name if not rest else f"{head} {rest.replace('_', '·', 1)}"
        fields.pop(path, None)
        if text:
            fields[path] = text
    return replace(BASE, fields=fields)
