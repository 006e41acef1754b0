"""What is said of claims, their sources and their evidence."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "sure-without-because": Wording("写了“把握”，没写理由。", "补一行 because: 为什么。", "sure is written without a reason.", "Add a line because: with the reason."),
    "because-without-sure": Wording("写了理由，没写“把握”。", "补一行 sure: 推定。", "A reason is written without sure.", "Add a line sure: 推定."),
    "uncited": Wording("没有注明来源。", "补一行 source: 资料编号。", "No source is given.", "Add a line source: with the id of a document."),
    "not-answerable": Wording("“{name}”不是对照用的标准。", "只有用法为“对照”、不针对个人的标准可以逐条对照。", "\"{name}\" is no standard to be answered.", "Only standards with use: 对照 that do not speak of persons can be answered."),
    "unmet-without-reason": Wording("写了“未达标”，没有佐证也没有说明。", "没有材料请写“未对照”。", "未达标 is written with neither evidence nor a note.", "Where there is no material, write 未对照."),
    "met-without-evidence": Wording("“达标”没有算数的佐证，显示为“待佐证”。", "补上 evidence。", "达标 has no evidence that counts and is shown as 待佐证.", "Add evidence."),
    "tie-uncited": Wording("没有来源说明本基地适用这套标准。", "在 tied_by 里写明 source。", "No source says that this standard applies to this base.", "Write the source in tied_by."),
    "pairs-unequal": Wording("“{name}”有{count}条，条目有{of}条。", "两边写成一样多。", "\"{name}\" has {count} entries, the criteria have {of}.", "Write as many on both sides."),
    "criteria-missing": Wording("这套标准没有条目。", "写 criteria 或 groups，二者选一。", "This standard has no criteria.", "Write either criteria or groups."),
    "criteria-twice": Wording("criteria 和 groups 只能写一个。", "删掉一个。", "criteria and groups exclude each other.", "Delete one of them."),
    "criterion-repeated": Wording("条目“{name}”写了两遍。", "只留一条。", "The criterion \"{name}\" is written twice.", "Keep one of them."),
    "part-of-draft": Wording("隶属“{id}”还没有发布，公开的网站上不显示。", "先发布它。", "part_of names \"{id}\", which is not published; the public site leaves it out.", "Publish that one first."),
    "unknown-motif": Wording("没有“{written}”这种图案。", "可用的有：{known}。", "There is no motif \"{written}\".", "There are: {known}."),
    "rhyme-not-exact": Wording("封面只能呼应一条准确的数据，“{id}”不是。", "换一条没有“超”“余”“约”的数据，或去掉 rhyme。", "A cover can only rhyme with an exact figure, which \"{id}\" is not.", "Choose a figure without 超, 余 or 约, or remove rhyme."),
    "undated": Wording("活动“{title}”没有日期，排在“时间待核”里。", "知道年月就补上“日期”。", "The activity \"{title}\" has no date and is listed as undated.", "Add a date as exact as is known."),
    "future-date": Wording("日期{written}比更新日期{other}还晚。", "查一查年份；还没有发生的不要写成活动。", "{written} is later than the last update, {other}.", "Check the year; what is still to come is no activity."),
    "far-date": Wording("日期{written}远在将来。", "查一查年份；写上“更新日期”，就能查得更准。", "{written} lies far in the future.", "Check the year; with an updated date of the file the check is exact."),
    "before-founding": Wording("日期{written}比成立日期{other}还早。", "查一查哪个日期对。", "{written} is earlier than the founding, {other}.", "Check which of the two dates is right."),
    "repeated-activity": Wording("活动“{title}”和第{number}条的日期、标题都一样。", "重复的删掉一条。", "The activity \"{title}\" has the date and title of item {number}.", "Delete one of the two."),
    "coordinates-swapped": Wording("经度{lng}和纬度{lat}写反了。", "对调：经度在73和136之间，纬度在3和54之间。", "Longitude {lng} and latitude {lat} are exchanged.", "Exchange them: lng is 73 to 136, lat 3 to 54."),
    "outside-china": Wording("坐标（{lng}，{lat}）不在中国。", "用高德或腾讯的坐标拾取再查一次。", "The place ({lng}, {lat}) is not in China.", "Look it up again in the coordinate picker of a map."),
}  # fmt: skip
