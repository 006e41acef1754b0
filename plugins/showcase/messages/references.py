"""What is said of references from one thing to another."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "unknown-part-of": Wording("隶属“{id}”不存在。", "写另一个基地的文件名（不带 .yml）{near}。", "part_of names \"{id}\", which does not exist.", "Write the file name of another base, without .yml{near}."),
    "part-of-itself": Wording("隶属绕了一圈，回到自己：{way}。", "去掉其中一个 part_of。", "part_of leads in a circle: {way}.", "Remove one part_of."),
    "unknown-source": Wording("来源“{id}”不在 _sources.yml 里。", "先在 _sources.yml 里登记{near}。", "The source \"{id}\" is not in _sources.yml.", "Register it in _sources.yml first{near}."),
    "unknown-standard": Wording("没有“{id}”这套标准。", "写 _standards/ 里的文件名（不带 .yml）{near}。", "There is no standard \"{id}\".", "Write the name of a file in _standards/, without .yml{near}."),
    "unknown-criterion": Wording("这套标准里没有“{written}”这一条。", "可用的有：{known}。", "This standard has no criterion \"{written}\".", "There are: {known}."),
    "repeated-answer": Wording("“{written}”对照了两次。", "只留一条。", "\"{written}\" is answered twice.", "Keep one answer."),
    "unknown-evidence": Wording("找不到佐证“{id}”。", "写本文件里一条活动、荣誉、数据、记载的 id，或照片文件名{near}。", "The evidence \"{id}\" was not found.", "Write the id of an activity, honour, figure or statement of this file, or a photograph's file name{near}."),
    "evidence-incomplete": Wording("这条佐证不完整。", "写编号，或者 {{text: …, source: …}}。", "This evidence is incomplete.", "Write an id, or {{text: …, source: …}}."),
    "unknown-base": Wording("没有“{id}”这个基地。", "写基地的文件名（不带 .yml）{near}。", "There is no base \"{id}\".", "Write the file name of a base, without .yml{near}."),
    "unknown-figure": Wording("没有“{id}”这条数据。", "写成“基地编号/数据编号”{near}。", "There is no figure \"{id}\".", "Write the base's id, a slash and the figure's id{near}."),
    "same-base": Wording("名称和城市都与 {other} 一样。", "像是复制出来的文件：是同一个基地就删掉一个，不是就改名称。", "Name and city are the same as in {other}.", "It looks like a copied file: delete one if both are the same base, else change the name."),
    "city-twice": Wording("“{written}”和“{full}”会被当成两座城市。", "写成“{full}”。", "\"{written}\" and \"{full}\" would count as two cities.", "Write \"{full}\"."),
    "unknown-event": Wording("没有编号是“{id}”的活动。", "写本文件里一条活动的编号{near}。", "No activity has the id \"{id}\".", "Write the id of an activity of this file{near}."),
    "repeated-id": Wording("编号“{id}”在这个文件里用了两次。", "换一个。", "The id \"{id}\" is used twice in this file.", "Choose another one."),
    "reserved-id": Wording("编号“{id}”留给程序自己用。", "换一个，例如 opening-2023。", "The id \"{id}\" is kept for the program.", "Choose another one, for example opening-2023."),
    "kept-by-windows": Wording("编号“{id}”是Windows留给设备用的名字，做不成网页地址。", "换一个，或者在后面加上别的字母。", "The id \"{id}\" is a name that Windows keeps for a device; no address can be made of it.", "Choose another one, or add letters to it."),
    "long-id": Wording("编号“{id}”太长，做不成网页地址。", "最多写60个字母、数字和连字符。", "The id \"{id}\" is too long for an address.", "At most 60 letters, digits and hyphens."),
    "former-id-taken": Wording("旧编号“{id}”正被 {other} 使用。", "去掉它，或者给那个文件换名字。", "The former id \"{id}\" is in use by {other}.", "Remove it, or give that file another name."),
}  # fmt: skip
