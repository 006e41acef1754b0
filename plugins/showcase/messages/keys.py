"""What is said of keys."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "unknown-key": Wording("没有“{key}”这个键。", "可用的有：{known}。", "There is no key \"{key}\".", "There are: {known}."),
    "unknown-key-near": Wording("没有“{key}”这个键。", "是不是想写“{near}”？", "There is no key \"{key}\".", "Did you mean \"{near}\"?"),
    "repeated-key": Wording("“{key}”写了两遍，第一遍在第{first}行。", "只留一个。", "\"{key}\" is written twice, first on line {first}.", "Keep one of them."),
    "repeated-key-below": Wording("“{key}”写了两遍，第一遍在第{first}行。", "只留一个；两段都要，就把下面的条目并到上面去。", "\"{key}\" is written twice, first on line {first}.", "Keep one of them; to keep both, move the items below up into the first."),
    "missing-field": Wording("缺了“{key}”。", "补上这一行。", "\"{key}\" is missing.", "Add this line."),
    "needed-left-empty": Wording("“{key}”必须写，现在是空的。", "在冒号后面写上内容。", "\"{key}\" is needed and left empty.", "Write it behind the colon."),
    "key-form": Wording("键 {key} 认作“{better}”。", "最好写成 {better}。", "The key {key} is taken for \"{better}\".", "Better write {better}."),
    "key-belongs-below": Wording("这里没有“{key}”这个键，它属于上面的“{above}”。", "是不是该缩进到“{above}”下面？", "There is no key \"{key}\" here; it belongs to \"{above}\" above.", "Should it be indented below \"{above}\"?"),
    "key-belongs-above": Wording("“{inner}”里没有“{key}”这个键，上一层才有。", "把它移到上一层，往左退两格。", "There is no key \"{key}\" in \"{inner}\", only one level up.", "Move it one level up, two blanks to the left."),
}  # fmt: skip
