"""What is said of what was published before: lost addresses, the ledger, reviews."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "published-lost": Wording(
        "发布过的“{name}”（{id}）不见了，它的网址会打不开。",
        "改过文件名，就在新文件里加 former_ids: [{id}]；真要撤下，运行 withdraw {id}。",
        "“{name}” ({id}) was published and is gone: its address would die.",
        "Renamed: add former_ids: [{id}] to the new file. To take it down on purpose, run withdraw {id}.",
    ),
    "published-became-draft": Wording(
        "“{name}”发布过，现在不再公开，它的网址会打不开。",
        "去掉 status 这一行；真要撤下，运行 withdraw {id}。",
        "“{name}” was published and is a draft now: its address would die.",
        "Remove the status line. To take it down on purpose, run withdraw {id}.",
    ),
    "ledger-damaged": Wording(
        "发布记录 _published.json 坏了，读不懂。",
        "从备份或代码仓库里取回这个文件，不要用手改它。",
        "The ledger _published.json is damaged.",
        "Take it back from a backup or the repository; it is not edited by hand.",
    ),
    "changed-after-review": Wording(
        "审核之后，内容又改过。",
        "请审核人再看一遍，看完运行 sign {id}。",
        "The text changed after it was reviewed.",
        "Have it reviewed again, then run sign {id}.",
    ),
}
