"""Structures and steps to draw: those that our pages show, as names; and invented ones of any shape."""

from __future__ import annotations

from hypothesis import strategies as st

from showcase.diagrams import Branch, Kind, Leaf, Spec
from showcase.views.phrasing import phrases


def leaf(name: str, path: str = "") -> Leaf:
    """An item, its name cut into phrases as pages do it."""
    return Leaf(phrases(name), path)


def branch(head: str, *leaves: str | Leaf) -> Branch:
    """Items under a head, or under none."""
    made = tuple(one if isinstance(one, Leaf) else leaf(one) for one in leaves)
    return Branch(phrases(head) if head else (), made)


def tree(root: str, *branches: Branch) -> Spec:
    """A structure."""
    return Spec(Kind.tree, phrases(root), branches)


def path(*branches: Branch) -> Spec:
    """Steps."""
    return Spec(Kind.path, (), branches)


ONE_SIX_N = tree(
    "1+6+N",
    branch("1", leaf("浦东新联总会", "bases/zonghui/")),
    branch(
        "6",
        "区企业管理技术人员联谊会",
        "区专业机构从业人员联谊会",
        "区自由职业人员联谊会",
        "区新媒体从业人员联谊会",
        "区创新创业人员联谊会",
        leaf("喜马拉雅新联会", "bases/xinlianhui/"),
    ),
    branch("N", "各开发区、街镇等基层新的社会阶层人士联谊组织"),
)
SEVEN_STEPS = path(
    branch(
        "",
        "人员聚起来",
        "组织建起来",
        "平台搭起来",
        "活动嗨起来",
        "品牌亮起来",
        "服务强起来",
        "代表用起来",
    )
)
_LETTERS = "虚构的基地联谊会工作室第一二三、，（）“”·与和的0123456789+ABMNWilx %"
_NAMES = st.text(_LETTERS, min_size=1, max_size=40).filter(lambda one: one.strip() == one)
_SIGNS = st.sampled_from(["1", "6", "17", "54", "M", "N", "多", "2024", "三有"])
_LEAVES = st.builds(leaf, _NAMES, st.sampled_from(["", "", "bases/xugou/"]))


def _branches(least: int) -> st.SearchStrategy[tuple[Branch, ...]]:
    several = st.lists(_LEAVES, min_size=least, max_size=20).map(tuple)
    heads = st.one_of(_NAMES, _SIGNS).map(phrases) | st.just(())
    made = st.builds(Branch, heads, several)
    return st.lists(made, min_size=1, max_size=12).map(tuple)


trees = st.builds(Spec, st.just(Kind.tree), _NAMES.map(phrases), _branches(0))
"""Up to twelve groups, with heads or without, of up to twenty items."""
paths = st.builds(Spec, st.just(Kind.path), st.just(()), _branches(1)) | st.builds(
    path, st.lists(_LEAVES, min_size=2, max_size=15).map(lambda several: branch("", *several))
)
"""Steps in one go, and in stretches with heads."""
