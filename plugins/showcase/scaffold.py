"""A new base's file, made from the model: what must be written stands open, the rest as comments."""

from __future__ import annotations

import json
import re

from .model import Base
from .rules.schema_version import CURRENT

_AFTERWARDS = ("district", "site", "part_of", "founded", "summary")
_PLAIN = re.compile(r"(?!(?i:null)\Z)[\w·（）“”《》]+")
_LISTS = """\
# 下面每一条都要写来源（source），来源先登记在 _sources.yml 里
# statements:
#   - {text: 一句话，照资料的意思写, source: 资料编号}
# stats:
#   - {label: 这个数说的是什么, value: 300余家, as_of: 2023, source: 资料编号}
# honours:
#   - {title: 荣誉的全称, date: 2022, source: 资料编号}
# activities:
#   - date: 2023-03-25
#     title: 开放日
#     type: 会议
#     source: 资料编号
"""


def scaffold(name: str, kind: str, city: str) -> str:
    """The text of a file that already passes the check, as a draft."""
    lines = [f"schema: {CURRENT}", f"name: {_safe(name)}", f"kind: {kind}", f"city: {_safe(city)}"]
    lines.append("status: 草稿  # 写好了删掉这一行，就会发布")
    lines.append("# 下面是备好的样子，要用哪一行，就把行首的井号和空格一起删掉")
    for key in _AFTERWARDS:
        info = Base.model_fields[key]
        example = (info.examples or [""])[0]
        lines.append(f"# {key}: {example}  # {info.title}：{info.description}")
    return "\n".join(lines) + "\n" + _LISTS


def _safe(written: str) -> str:
    """A value that YAML takes as it was typed: in quotes unless nothing in it could be a sign."""
    return written if _PLAIN.fullmatch(written) else json.dumps(written, ensure_ascii=False)
