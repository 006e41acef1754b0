"""Where a long name may break: between words, never inside one.

Browsers break Chinese anywhere; at display size a name torn inside a word looks like a mistake. Names are
cut at their signs, then at the words that names of bases are made of. What is not recognised stays whole.
"""

from __future__ import annotations

import re

SHORT = 6
"""Characters up to which a name is one phrase."""
LONG = 9
LONGEST = 15
_WORDS = (
    "新的社会阶层人士", "新的社会阶层", "代表人士", "外商投资企业", "社会组织", "民营企业", "管理人员",
    "专业机构", "邻里中心", "指导中心", "发展", "联谊组织", "联谊会", "联合会", "新联会", "基金会", "孵化园",
    "服务队", "教育基地", "挂职锻炼", "实践创新", "创业导师", "美丽乡村建设", "文创园区", "议事厅",
    "社工学堂", "党外人士", "民主协商", "全过程闭环", "工作法", "工作模式", "工作架构", "组织架构",
    "主题活动", "互动机制", "联动机制", "协同机制", "社会联动", "社区综合体", "基本原则", "统战工作格局",
    "创建标准", "筹建组织", "人选标准", "试点", "社区", "街道", "金融城", "基地", "机制", "标准", "模式",
    "格局", "平台", "公司", "园区", "中心", "协商", "协同",
)  # fmt: skip
_SIGNS = re.compile(
    r"(?<=[·、，：—])|(?=[“《（])|(?<=[”》）])|(?<=[一-鿿])(?=\+)|(?<=[区市县])(?=.{4})"
)
_KNOWN = re.compile("(" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")")


def phrases(name: str) -> tuple[str, ...]:
    """The stretches of a name that stay together; joined, they are the name."""
    if len(name) <= SHORT:
        return (name,)
    pieces = [word for part in _SIGNS.split(name) for word in _KNOWN.split(part) if word]
    held: list[str] = []
    # from the end, where the word stands that says what the thing is
    for piece in reversed(pieces):
        alone = len(piece) == 1 or bool(held and len(held[-1]) == 1)
        if held and (alone or len(held[-1]) + len(piece) <= SHORT) and not _SIGNS.match(held[-1]):
            held[-1] = piece + held[-1]
        else:
            held.append(piece)
    return tuple(reversed(held))


def size_of(name: str) -> str:
    """How large a name may be set: ``short``, ``long`` or ``longest``; Latin letters count half."""
    width = sum(0.55 if ord(character) < 0x2E80 else 1 for character in name)
    return "short" if width <= LONG else "long" if width <= LONGEST else "longest"
