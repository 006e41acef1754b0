"""The words that qualify what they stand beside, each with its reason."""

from __future__ import annotations

from .parts import Remark

UNCITED = Remark("未注来源", "还没有注明这一条出自哪份资料")
COINED = Remark("编者所拟", "资料里没有给出名称，这个名称是编者起的")
DRAFT = Remark("草稿", "只在预览里看得到，还没有发布")
PROPOSAL = Remark("学者主张", "出自学者的论述，不是现行的标准")
