"""Which cover a base gets, and in which order covers may stand side by side.

What the staff say wins.  Otherwise the motif follows from words in the name, then in the idea of
the base, and at last from its id; colour and key follow from the id.  Nothing here looks at other
bases, so adding one changes no cover of another.
"""

from collections.abc import Sequence

from showcase.covers.colour import from_hex, is_hex
from showcase.covers.cover import CoverSpec
from showcase.covers.motifs import MOTIFS
from showcase.covers.palette import KEYS, Key
from showcase.covers.seed import Stream

NEUTRAL_MOTIFS = ("waves", "hills", "threads", "ripples")
"""Motifs that suit any base."""

COLOURS = (
    "#9E2B25",  # 朱
    "#B0561A",  # 赭
    "#86571C",  # 秋香
    "#98482F",  # 陶
    "#6A3B2B",  # 栗
    "#5E6B2A",  # 苔
    "#3F6B45",  # 松
    "#25634F",  # 青
    "#17606B",  # 黛
    "#534C70",  # 堇
    "#1D4E7A",  # 靛
    "#37507A",  # 钢蓝
    "#7A2F58",  # 绛紫
)
"""Accents for bases that bring none."""

# Names of places say where, not what: 城阳 is no sunflower, 浙江 no sea.
_PLACES = (
    "上海", "浙江", "江苏", "江西", "山东", "山西", "黑龙江", "海南", "青海", "内蒙古", "镇江",
    "城阳", "汉阳", "沈阳", "贵阳", "洛阳", "上城", "下城", "宁波", "大连", "湛江", "海口", "珠海",
)  # fmt: skip

# First row with a hit wins, so what is particular stands before what is general: 喜马拉雅新联会
# is known by its voices, not by being an association.  The words of the second column are read in
# the idea as well; those of the third are too short to mean much outside a name.
_KEYWORDS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("flock", ("海燕", "燕子", "飞鸟", "博客"), ("燕", "鸟")),
    ("sound", ("喜马拉雅", "声音", "主播", "播音", "电台"), ("声", "播")),
    ("slips", ("作家", "读书", "阅读", "书院", "书房", "文学", "写作", "学堂"), ("书", "读")),
    ("strings", ("知音", "音乐", "古琴", "非遗", "戏曲"), ("音", "琴")),
    ("sunflower", ("向阳", "阳光", "向日葵"), ("阳", "光", "葵")),
    ("towers", ("金融", "楼宇", "商务楼", "写字楼", "数码城", "大厦"), ("楼",)),
    ("ripples", ("议事", "协商", "话坊", "恳谈", "晴雨"), ("话", "议", "厅")),
    ("roofs", ("社区", "邻里", "街区", "小巷"), ("巷",)),
    ("hills", ("青山", "群山"), ("山",)),
    ("arch", ("连心", "搭桥", "桥梁", "纽带"), ("桥", "连")),
    ("arcs", ("同心", "同心圆", "团圆"), ("圆",)),
    ("threads", ("同行", "联盟", "新联", "联谊", "联合会", "联动"), ("联",)),
    ("waves", ("动力", "浪潮", "江海"), ("浦", "江", "海")),
    ("towers", (), ("城",)),
)  # fmt: skip


def choose(
    id: str,
    name: str,
    idea: str,
    motif: str | None = None,
    colour: str | None = None,
    key: Key | None = None,
    rhyme: int | None = None,
) -> CoverSpec:
    """The cover of one base.

    `idea` is what the base says of itself: its summary, its kind.  A `rhyme` that the motif cannot
    show is dropped.  Raises ValueError for an explicit motif, colour or key that does not exist.
    """
    if motif is not None and motif not in MOTIFS:
        raise ValueError(f"unknown motif: {motif!r}")
    if colour is not None and not is_hex(colour):
        raise ValueError(f"not a colour of the form #rrggbb: {colour!r}")
    if key is not None and key not in KEYS:
        raise ValueError(f"unknown key: {key!r}")
    chosen = motif or motif_of_words(name, idea) or Stream(id, "motif").pick(NEUTRAL_MOTIFS)
    shown = rhyme if rhyme is not None and MOTIFS[chosen].countable.allows(rhyme) else None
    return CoverSpec(
        id=id,
        motif=chosen,
        colour=colour or _colour(id, chosen),
        key=Stream(id, "key").pick(KEYS) if key is None else key,
        rhyme=shown,
    )


def motif_of_words(name: str, idea: str) -> str | None:
    """The motif that words of the name, else of the idea, call for; None when none does."""
    name, idea = _without_places(name), _without_places(idea)
    for motif, words, short_words in _KEYWORDS:
        if any(word in name for word in words + short_words):
            return motif
    for motif, words, _ in _KEYWORDS:
        if any(word in idea for word in words):
            return motif
    return None


def arrange(specs: Sequence[CoverSpec], count: int | None = None) -> list[CoverSpec]:
    """Up to `count` covers in an order that looks well side by side, near to the given one.

    No motif twice running, never three day panels together, and keys that alternate where they
    can.  Only the order and, with `count`, the selection change; never a cover: readers know a
    base by its picture, and it is the same on its page, on its share card and in every row.  Where
    the rules cannot all be kept (every base has the same motif), the least bad order is taken.
    """
    waiting = list(specs)
    wanted = len(waiting) if count is None else min(count, len(waiting))
    row: list[CoverSpec] = []
    while len(row) < wanted:
        costs = [_discord(row, spec, waiting) for spec in waiting]
        row.append(waiting.pop(costs.index(min(costs))))
    return row


def _discord(row: list[CoverSpec], spec: CoverSpec, waiting: list[CoverSpec]) -> int:
    """How badly `spec` goes on from the row; what is crowding the queue is let in early."""
    cost = 0
    if row and row[-1].motif == spec.motif:
        cost += 100
    if [one.key for one in row[-2:]] + [spec.key] == ["day"] * 3:
        cost += 50
    if row and row[-1].key == spec.key:
        cost += 5
    if sum(one.motif == spec.motif for one in waiting) * 2 > len(waiting):
        cost -= 40
    return cost


def _colour(id: str, motif: str) -> str:
    hues = MOTIFS[motif].hues
    fitting = [colour for colour in COLOURS if hues is None or _within(from_hex(colour).hue, hues)]
    return Stream(id, "colour").pick(fitting or COLOURS)


def _within(hue: float, hues: tuple[float, float]) -> bool:
    return hues[0] <= hue <= hues[1]


def _without_places(text: str) -> str:
    for place in _PLACES:
        text = text.replace(place, " ")
    return text
