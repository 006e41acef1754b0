"""What can be lacking, and how much mending it changes on the page: the one table that ranks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """A kind of thing that is lacking; the value is what staff call it."""

    lost = "照片文件不在"
    unregistered = "来源没有登记"
    lit = "达标待佐证"
    renewed = "佐证待更新"
    partly = "部分达标待佐证"
    expiring = "佐证快要过期"
    picture = "没有照片"
    summary = "没有摘要"
    visit = "没有地址或电话"
    district = "没有区县"
    level = "没有级别"
    founded = "没有成立日期"
    uncited = "没有来源"
    withheld = "照片没有取得同意"
    unsaid = "照片没写是否同意"
    undescribed = "照片没有替代文字"
    unanswered = "条目未对照"
    pending = "条目待核"
    bare_figure = "数据没有截至日期"
    old_figure = "数据已经旧了"
    undated = "活动没有日期"
    inferred = "推定等来源"
    insecure = "链接不是https"
    unreviewed = "没有审核记录"
    unkept = "没有更新日期"
    long_ago = "很久没有更新"
    slogan = "没有口号"
    untied = "也许适用的标准"


@dataclass(frozen=True, slots=True)
class Weight:
    """How much mending a matter changes what visitors see, and why it stands where it does."""

    weight: int
    reason: str


# A criterion lit outranks a look that is missing, a look outranks a source, a source outranks a date,
# and what the page does not show comes last. The numbers only order; they are never added up or shown.
WEIGHTS: Mapping[Matter, Weight] = {
    Matter.lost: Weight(110, "整个网站都等着它：文件不在就不能生成"),
    Matter.unregistered: Weight(105, "整个网站都等着它：没有登记就不能生成"),
    Matter.lit: Weight(100, "一个条目变成达标，对照表和合计跟着变"),
    Matter.renewed: Weight(95, "一个条目变回达标或部分达标"),
    Matter.partly: Weight(85, "一个条目不再是待佐证，但不计入达标"),
    Matter.expiring: Weight(80, "已经达标的条目会失去"),
    Matter.picture: Weight(70, "页面多出整整一栏“照片”"),
    Matter.summary: Weight(65, "首屏、卡片、搜索结果和分享都用它"),
    Matter.visit: Weight(60, "想来的人靠它找到门"),
    Matter.district: Weight(55, "首屏“在哪里”一行，城市页里的位置"),
    Matter.level: Weight(50, "首屏多出“级别”一行"),
    Matter.founded: Weight(48, "时间线多出一条"),
    Matter.uncited: Weight(40, "去掉“未注来源”，还能拿来作佐证"),
    Matter.withheld: Weight(38, "一张现成的照片可以公开"),
    Matter.unsaid: Weight(36, "照片里的人有没有同意，现在说不清"),
    Matter.undescribed: Weight(34, "看不见照片的人才知道画面上有什么"),
    Matter.unanswered: Weight(30, "要先找材料，再对照，才会点亮"),
    Matter.pending: Weight(28, "核实以后才会点亮"),
    Matter.bare_figure: Weight(24, "数字旁边多出日期"),
    Matter.old_figure: Weight(22, "数字还在，只是旧了"),
    Matter.undated: Weight(20, "活动从“时间待核”回到它的年份"),
    Matter.inferred: Weight(18, "去掉“推定”二字"),
    Matter.insecure: Weight(14, "浏览器不再提醒链接不安全"),
    Matter.unreviewed: Weight(10, "页面不变，留下谁审过的记录"),
    Matter.unkept: Weight(9, "页面末尾多出“本页更新于”"),
    Matter.long_ago: Weight(8, "页面末尾的更新日期变新"),
    Matter.slogan: Weight(5, "资料里有才写，没有的很多"),
    Matter.untied: Weight(3, "先要有来源说明它适用"),
}
