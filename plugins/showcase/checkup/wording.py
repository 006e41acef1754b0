"""Every sentence of the checkup. `effect` says what the page gains, `ask` what material to look for.

Nothing here may be copied as content: what is to be typed leaves every value open as ……, and no sentence
proposes a text. The numbers and names in the gaps come from the files themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from .findings import Finding, Outlook


@dataclass(frozen=True, slots=True)
class Wording:
    """Two sentences, and the lines to type, each with gaps in braces.

    A line to type that begins with a plus adds a key to a mapping that is there already.
    """

    effect: str
    ask: str
    typed: str


_MORE = "+"
_PICTURE = "photos:\n  - {{file: ……, alt: ……, consent: ……}}"
_LIGHT = "即可点亮“{criterion}”{whole}。"
_SHOWN = "，“{criterion}”就由“待佐证”变成“部分达标”。"
_REGISTER = "先在 _sources.yml 登记那份资料，再把编号写到这里。"
_WHERE = "evidence 里写它的编号或照片的文件名，也可以直接写一句有来源的话。"

WORDINGS: dict[str, Wording] = {
    "lost": Wording("照片“{written}”放回来，网站才生成得出来。", "把照片放进 bases/{id}/ 文件夹，名字要和这里一样；找不到就删掉这一条。", "file: ……"),
    "unregistered": Wording("登记1条来源，这{count}处就有出处，网站才生成得出来。", "在 _sources.yml 里登记“{source}”这份资料；编号写错了就改对。", "{source}:\n  short: ……\n  kind: ……"),
    "lit-photo": Wording(f"补1张照片{_LIGHT}", "拍下或找到能证明它的照片，写进 photos，再把文件名写进这一条的 evidence。", f"{_PICTURE}\n+evidence: [……]"),
    "lit-needed": Wording(f"补1条佐证{_LIGHT}", f"标准要的是：{{needed}}。{_WHERE}", "+evidence: [……]"),
    "lit-any": Wording(f"补1条佐证{_LIGHT}", f"找一次活动、一项荣誉、一个数字、一张照片，或一句有来源的话。{_WHERE}", "+evidence: [……]"),
    "lit-source": Wording(f"给“{{thing}}”补上来源{_LIGHT}", f"找到写着这件事的资料。{_REGISTER}", "+source: ……"),
    "partly-photo": Wording(f"补1张照片{_SHOWN}", "拍下或找到能证明它的照片，写进 photos，再把文件名写进这一条的 evidence。", f"{_PICTURE}\n+evidence: [……]"),
    "partly-needed": Wording(f"补1条佐证{_SHOWN}", f"标准要的是：{{needed}}。{_WHERE}", "+evidence: [……]"),
    "partly-any": Wording(f"补1条佐证{_SHOWN}", f"找一次活动、一项荣誉、一个数字、一张照片，或一句有来源的话。{_WHERE}", "+evidence: [……]"),
    "partly-source": Wording(f"给“{{thing}}”补上来源{_SHOWN}", f"找到写着这件事的资料。{_REGISTER}", "+source: ……"),
    "renewed": Wording("补1条新的佐证，“{criterion}”就由“待更新”变回“{standing}”{whole}。", "要{month}或以后的活动、荣誉或数据，连同来源写进本文件，再把编号加进 evidence。", "evidence: [……]"),
    "expiring": Wording("对照日期写到{month}或以后，“{criterion}”会由“{standing}”变成“待更新”。", "现有佐证最近的是{newest}。找一条比它新的活动、荣誉或数据，把编号加进 evidence。", "evidence: [……]"),
    "picture": Wording("补上照片，页面就有“照片”一栏；现在只有绘制的封面。", "要拍过的照片，问清画面里的人是否同意公开，放进 bases/ 里与本文件同名的文件夹。", _PICTURE),
    "summary": Wording("补上摘要，名称下面就有一两句话，卡片、搜索结果和分享也用它。", "只照本文件里已有来源的内容写，120字以内；内容不够就先补记载。", "summary: ……"),
    "visit": Wording("补上{what}，页面就有“到访”一栏。", "问基地要{what}，可以公开的才写。", "contact:\n{lines}"),
    "visit-more": Wording("补上{what}，“到访”一栏里就写着它。", "问基地要{what}，可以公开的才写。", "{lines}"),
    "district": Wording("补上区县，首屏“在哪里”一行就写到区县。", "资料里写着在哪个区县才写。", "district: ……"),
    "level": Wording("补上级别，首屏就有“级别”一行。", "要认定级别的文件或报道，写明是哪一级才写。", "level: ……"),
    "founded": Wording("补上成立日期，时间线上就有“成立”一条。", "要写着成立时间的资料，知道到哪一步就写到哪一步。", "founded: {{date: ……, source: ……}}"),
    "uncited": Wording("补1条来源，这条{label}就有出处，“未注来源”去掉。", f"找到写着它的资料；找不到的，问提供内容的人。{_REGISTER}", "+source: ……"),
    "uncited-several": Wording("补上来源，这{count}条{label}就都有出处，“未注来源”去掉。", f"若出自同一份资料，登记1次就够。{_REGISTER}", "+source: ……"),
    "uncited-founded": Wording("补1条来源，成立日期就有出处，“未注来源”去掉。", f"找到写着成立时间的资料。{_REGISTER}", "founded: {{date: ……, source: ……}}"),
    "withheld": Wording("取得同意，照片“{written}”就能公开；现在只在预览里看得到。", "问画面里的人是否同意公开。同意了就改成“已取得”，不同意就让它留着。", "consent: ……"),
    "unsaid": Wording("写明是否同意，这{count}张照片的公开就有依据；现在不写也会公开。", "问画面里的人。写“已取得”“不需要”或“未取得”。", "+consent: ……"),
    "undescribed": Wording("看不见照片的人就知道“{written}”上有什么。", "看着照片，写画面上有什么，不写看不出来的事。", "alt: ……"),
    "undescribed-entry": Wording("看不见照片的人就知道“{written}”上有什么，它也会出现在“照片”一栏。", "在 photos 里给它写一条，alt 写画面上有什么。", _PICTURE),
    "unanswered": Wording("有材料的逐条对照，{names}就不再是“未对照”。", "找能说明“{standard}”这几条做没做到的材料；没有材料就让它留着“未对照”。", "status: ……\nevidence: [……]"),
    "unanswered-silent": Wording("有材料的逐条对照，{names}就不再是“未对照”。", "找能说明“{standard}”这几条做没做到的材料；没有材料就不写。", "- {{criterion: ……, status: ……, evidence: [……]}}"),
    "pending": Wording("核实以后，{names}就不再是“待核”。", "向基地或主管部门核实“{standard}”这几条，留下凭据。", "status: ……\nevidence: [……]"),
    "bare-figure": Wording("写明截至什么时候，这{count}条数据就不会被当成今天的数。", "看资料里说的是截至什么时候；资料没写就不写。", "+as_of: ……"),
    "old-figure": Wording("换上新数字，这{count}条数据就不再停在{first}。", "要新的统计或报道；没有新的就留着旧的，不要估。", "value: ……\nas_of: ……\nsource: ……"),
    "undated": Wording("查到年份，这{count}次活动就从“时间待核”回到时间线的那一年。", "要通知、报道或照片上的日期，知道到哪一步就写到哪一步。", "+date: ……"),
    "inferred": Wording("找到明说的资料，这{count}处“推定”就可以去掉。", "要把这件事直接写明的资料；换上它的来源，再删掉 sure 和 because。", "source: ……"),
    "insecure": Wording("打开这{count}个链接，浏览器不再提醒不安全。", "在浏览器里把开头改成 https:// 试一试，打得开再改；打不开就留着。", "url: https://……"),
    "unreviewed": Wording("补上审核记录，文件里就有谁在哪天审过；页面不变。", "请负责的同志看过，再记下是谁、哪一天。", "reviewed: {{by: ……, on: ……}}"),
    "unkept": Wording("补上更新日期，页面末尾就有“本页更新于”。", "写这个文件最近一次改动的日期。", "updated: ……"),
    "long-ago": Wording("补上这一年的事，页面末尾的“本页更新于{date}”就会变新。", "问一问基地这一年的事，有材料就补，改完再改日期。", "updated: ……"),
    "slogan": Wording("补上口号，名称下面就写着它。", "资料里有口号才写，没有就不写。", "slogan: ……"),
    "untied": Wording("若有来源说明本基地适用“{standard}”，就可以逐条对照。", "要写着本基地适用这套标准的资料；没有就不要对照。", "standards:\n  {id}:\n    tied_by: {{text: ……, source: ……}}\n    basis: ……"),
}  # fmt: skip
_OUTLOOK = "“{standard}”现在{met}/{of}，再有{lacking}条佐证就是{of}/{of}。"
NOT_AN_ASSESSMENT = (
    "这里只看资料齐不齐，不是对基地的评价，也不给基地排名。没有材料的空着就好，不要编。"
)


def effect_of(finding: Finding) -> str:
    """What the page gains, in one sentence."""
    return WORDINGS[finding.code].effect.format_map(dict(finding.values))


def ask_of(finding: Finding) -> str:
    """What material to look for, in a sentence or two."""
    return WORDINGS[finding.code].ask.format_map(dict(finding.values))


def typed_of(finding: Finding) -> tuple[str, ...]:
    """The lines to type, every value left open."""
    lines = WORDINGS[finding.code].typed.format_map(dict(finding.values)).split("\n")
    return tuple(_beside(line[1:], finding) if line[0] == _MORE else line for line in lines)


def _beside(line: str, finding: Finding) -> str:
    """A key written beside others: within their braces, where there are any."""
    return f"{{原来的内容, {line}}}" if finding.inline else line


def places_of(finding: Finding) -> str:
    """Where: bases/yunqiao.yml 第12、15行, or 第4行下面 for what is not there yet."""
    below = "下面" if finding.unwritten else ""
    return f"{finding.file} 第{'、'.join(map(str, finding.lines))}行{below}"


def outlook_of(outlook: Outlook) -> str:
    """How near a standard is to being whole."""
    return _OUTLOOK.format(
        standard=outlook.standard, met=outlook.met, of=outlook.of, lacking=outlook.lacking
    )
