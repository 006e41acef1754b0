"""An invented base that fills in every field, its branch, and a standard that it answers in every way.

The real content leaves much empty: nothing public gives addresses, photographs or a story. These do.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

BASE, BRANCH, STANDARD, SOURCE = "xugou-zhan", "xugou-fenzhan", "xugou-eight", "xugou-report"
NAME, BRANCH_NAME = "云桥虚构站", "云桥虚构分站"
PHOTOGRAPHS = {"hall.jpg": (900, 600), "gate.png": (400, 500)}

SOURCE_YAML = f"""\
  {SOURCE}:
    title: 云桥虚构报道
    short: 云桥虚构报道
    subtitle: 一座<b>桥</b>
    author: 虚构的作者
    affiliation: 虚构的单位
    publisher: 虚构的报社
    kind: 新闻报道
    published: 2024-05
    doi: 10.0000/invented
    isbn: 978-0-00-000000-2
    url: https://example.org/report
    note: 这份资料是为测试虚构的
"""
STANDARD_YAML = f"""\
schema: 1
name: 云桥虚构八有
use: 对照
source: {SOURCE}
evidence_valid_months: 24
criteria: [有甲, 有乙, 有丙, 有丁, 有戊, 有己, 有庚, 有辛]
"""
COUNTED = 3
"""Of the eight, those with evidence that counts: 甲 by a fresh activity, 乙 by a photograph, 辛 by words."""
BASE_YAML = f"""\
schema: 1
name: {NAME}
kind: 实践创新基地
aliases: [云桥]
former_ids: [xugou-old]
city: 云州市
district: [东城区, 西城区]
site: 云桥大厦 <b>&amp;
level: 市级
founded: {{date: 约2018, source: {SOURCE}, sure: 推定, because: 由周年推算}}
updated: 2026-11-20
slogan: 同心<b>&amp;同行
summary: 云桥大厦里的虚构活动站，<b>三层</b>，新阶层常来。
story: |
  # 缘起

  云桥**虚构**的故事，见[报道](https://example.org/story)。<script>alert(1)</script>

  - 第一条
  - 第二条
statements:
  - {{id: hall, text: 设有三处<b>&amp;虚构活动室, since: 2019-03, topic: 平台, source: {SOURCE}, at: 第2节}}
  - {{text: 没有注明出处的一句, topic: 平台}}
  - {{text: 每月议事一次, as_of: 2023, sure: 未明, because: 文中两处说法不一, source: {SOURCE}}}
stats:
  - {{id: firms, label: 服务企业, value: 300余家, source: {SOURCE}}}
  - {{label: 骨干, value: 约1.2万人, as_of: 2023, sure: 推定, because: 由上文相加, source: {SOURCE}}}
  - {{id: rooms, label: 活动室, value: 3处, date: 2020, source: {SOURCE}}}
honours:
  - {{id: model, title: 全市虚构示范点, date: 2021, source: {SOURCE}}}
  - {{title: 不知何年的虚构称号, source: {SOURCE}}}
  - {{title: 全省虚构示范点, date: 2023-06-01, source: {SOURCE}}}
activities:
  - {{id: opening, date: 2019-05-04, title: 开放日, type: 文体, summary: 来了三百人, place: 一层, photos: [hall.jpg], source: {SOURCE}}}
  - {{id: visit, date: {{from: 2023-05, to: 2023-08}}, title: 夏季走访, type: 调研, source: {SOURCE}}}
  - {{date: --03-25, title: 没有年份的参观, source: {SOURCE}}}
  - {{title: 没有日期的座谈, type: 会议, source: {SOURCE}}}
  - {{date: 2020, title: 读书会, source: {SOURCE}}}
  - {{date: 2021-02, title: 灯会, sure: 推定, because: 文中未写年份, source: {SOURCE}}}
  - {{date: 2022-02-03, title: 修旧日, source: {SOURCE}}}
standards:
  {STANDARD}:
    tied_by: {{text: 云桥试行“八有”, source: {SOURCE}}}
    basis: 自评
    date: 2024-06
    by: 虚构编写组
    note: 只据虚构资料
    answers:
      - {{criterion: 有甲, status: 达标, note: 夏季走访, evidence: [visit]}}
      - {{criterion: 有乙, status: 达标, evidence: [hall.jpg]}}
      - {{criterion: 有丙, status: 达标}}
      - {{criterion: 有丁, status: 达标, evidence: [opening]}}
      - {{criterion: 有戊, status: 部分达标, evidence: [firms, model]}}
      - {{criterion: 有己, status: 未达标, note: 没有场地}}
      - {{criterion: 有庚, status: 待核}}
      - {{criterion: 有辛, status: 达标, evidence: [{{text: 另有一间库房, source: {SOURCE}}}]}}
notes:
  - {{text: 两份资料的年份不同, source: {SOURCE}}}
contact: {{address: 云桥路1号, phone: 0571-00000000, email: info@example.org, hours: 周一至周五, wechat: 云桥虚构站}}
coordinates: {{lng: 120.1, lat: 30.2}}
photos:
  - {{file: hall.jpg, alt: 前厅, caption: 2023年的前厅, credit: 宣传科, consent: 已取得}}
  - {{file: gate.png, alt: 大门}}
links:
  - {{title: 云桥虚构站官网, url: "https://example.org/"}}
colour: "#17606B"
cover: {{motif: 浪, key: 暮}}
"""
BRANCH_YAML = f"""\
schema: 1
name: {BRANCH_NAME}
coined: true
kind: 服务队
part_of: {BASE}
city: 云州市
statements:
  - {{text: 在桥下设点, source: {SOURCE}}}
"""
PROSE = """\
# 虚构的一页

一段**粗**字，链接到[编写说明](about.md)和[隐私](privacy.md)，带一个脚注[^1]。

## 一个小节

| 列一 | 列二 |
| ---- | ---- |
| 甲   | 乙   |

!!! note "提示"
    一句提示。

词
:   它的释义。

```
一行代码
```

1. 第一
2. 第二

[^1]: 脚注的内容。
"""
"""Everything that Markdown may do on a page of `content/`."""


def add(project: Path) -> Path:
    """Put them into a copy of the project."""
    bases = project / "bases"
    with (bases / "_sources.yml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(SOURCE_YAML)
    write(bases / "_standards" / f"{STANDARD}.yml", STANDARD_YAML)
    write(bases / f"{BASE}.yml", BASE_YAML)
    write(bases / f"{BRANCH}.yml", BRANCH_YAML)
    (bases / BASE).mkdir()
    write(project / "content" / "xugou.md", PROSE)
    for name, size in PHOTOGRAPHS.items():
        Image.new("RGB", size, "#17606B").save(bases / BASE / name)
    return project


def write(path: Path, text: str) -> None:
    """A text file as every editor on every system reads it."""
    path.write_text(text, encoding="utf-8", newline="\n")
