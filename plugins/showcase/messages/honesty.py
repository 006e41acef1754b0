"""What is said of claims, their sources and their evidence."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "sure-without-because": Wording("写了“把握”，没写理由。", "补一行 because: 为什么。"),
    "because-without-sure": Wording("写了理由，没写“把握”。", "补一行 sure: 推定。"),
    "uncited": Wording("没有注明来源。", "补一行 source: 资料编号。"),
    "not-answerable": Wording("“{name}”不是对照用的标准。", "只有用法为“对照”、不针对个人的标准可以逐条对照。"),
    "unmet-without-reason": Wording("写了“未达标”，没有佐证也没有说明。", "没有材料请写“未对照”。"),
    "met-without-evidence": Wording("“达标”没有算数的佐证，显示为“待佐证”。", "补上 evidence。"),
    "tie-uncited": Wording("没有来源说明本基地适用这套标准。", "在 tied_by 里写明 source。"),
    "pairs-unequal": Wording("“{name}”有{count}条，条目有{of}条。", "两边写成一样多。"),
    "criteria-missing": Wording("这套标准没有条目。", "写 criteria 或 groups，二者选一。"),
    "criteria-twice": Wording("criteria 和 groups 只能写一个。", "删掉一个。"),
    "criterion-repeated": Wording("条目“{name}”写了两遍。", "只留一条。"),
    "part-of-draft": Wording("隶属“{id}”还没有发布，公开的网站上不显示。", "先发布它。"),
    "unknown-motif": Wording("没有“{written}”这种图案。", "可用的有：{known}。"),
    "rhyme-not-exact": Wording("封面只能呼应一条准确的数据，“{id}”不是。", "换一条没有“超”“余”“约”的数据，或去掉 rhyme。"),
}  # fmt: skip
