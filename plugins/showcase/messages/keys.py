"""What is said of keys."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "unknown-key": Wording("没有“{key}”这个键。", "可用的有：{known}。"),
    "unknown-key-near": Wording("没有“{key}”这个键。", "是不是想写“{near}”？"),
    "repeated-key": Wording("“{key}”写了两遍。", "只留一个。"),
    "missing-field": Wording("缺了“{key}”。", "补上这一行。"),
}  # fmt: skip
