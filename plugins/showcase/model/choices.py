"""The fixed lists of the model: each value as staff write it, with its English spelling."""

from __future__ import annotations

import difflib
from enum import StrEnum
from functools import cache


class Choice(StrEnum):
    """A value from a fixed list. The Chinese word is the value, the member's name its English form."""

    @classmethod
    def read(cls, written: str) -> Choice | None:
        """The member meant by the Chinese word or the English name (any case, ``-`` or ``_``)."""
        plain = written.strip()
        english = plain.lower().replace("-", "_").replace(" ", "_")
        words = _words(cls)
        return words.get(plain) or words.get(english)

    @classmethod
    def usual(cls, written: str) -> bool:
        """Whether a word is written as the list has it: English forms in small letters."""
        return cls.read(written) is not None and (not written.isascii() or written.islower())

    @classmethod
    def near(cls, written: str) -> str:
        """The word that was probably meant, in the language in which it was written; or nothing."""
        plain = written.strip().lower().replace("-", "_").replace(" ", "_")
        # of a Chinese word of two characters, one may be wrong
        cutoff = 0.7 if plain.isascii() else 0.5
        found = difflib.get_close_matches(plain, _words(cls), n=1, cutoff=cutoff)
        return found[0] if found else ""


@cache
def _words(choice: type[Choice]) -> dict[str, Choice]:
    return {word: one for one in choice for word in (one.name.lower(), one.value)}


class Kind(Choice):
    """What a record is."""

    brand_platform = "品牌平台"
    region = "区域样本"
    practice_base = "实践创新基地"
    demonstration_site = "示范点"
    work_carrier = "工作载体"
    online_platform = "线上平台"
    service_alliance = "服务联盟"
    service_team = "服务队"
    activity_brand = "活动品牌"
    consultation_platform = "协商平台"
    community_complex = "社区综合体"
    association = "联谊组织"
    creative_community = "创作社区"
    education_base = "宣传交流教育基地"
    talent_training = "人才培养"
    support_institution = "社会组织支持机构"
    other = "其他"


class Grade(Choice):
    """The level at which a base was named."""

    national = "国家级"
    provincial = "省级"
    municipal = "市级"
    district = "区县级"


class Sureness(Choice):
    """How far a claim goes beyond what its source says outright."""

    inferred = "推定"
    unclear = "未明"


class ActivityType(Choice):
    """What kind of event an activity was."""

    meeting = "会议"
    research_visit = "调研"
    training = "培训"
    salon = "沙龙"
    volunteering = "志愿服务"
    culture_and_sport = "文体"
    outreach = "宣讲"
    charity = "公益"
    construction = "建设"
    other = "其他"


class Basis(Choice):
    """Who says that a base answers a standard."""

    self_assessed = "自评"
    awarded = "评定"
    compiled = "资料整理"


class Status(Choice):
    """How a base answers one criterion, as its YAML states it."""

    met = "达标"
    partly = "部分达标"
    unmet = "未达标"
    pending = "待核"
    unanswered = "未对照"


class Use(Choice):
    """What a standard is, and so how it is drawn."""

    checklist = "对照"
    steps = "步骤"
    structure = "架构"
    principles = "理念"


class Publication(Choice):
    """Whether a record may leave the preview."""

    published = "发布"
    reviewed = "已审"
    draft = "草稿"


class Consent(Choice):
    """Whether the people on a photograph agreed to its publication."""

    given = "已取得"
    not_needed = "不需要"
    open = "未取得"


class CoverKey(Choice):
    """The light in which a generated cover is drawn."""

    day = "日"
    dusk = "暮"
    night = "夜"


class SourceKind(Choice):
    """What sort of document a source is."""

    journal_paper = "期刊论文"
    paper_extract = "论文（节选）"
    news = "新闻报道"
    book = "图书"
    official_document = "文件"
    web_page = "网页"
    other = "其他"


class Severity(Choice):
    """How much a word of the office's own list matters to it."""

    error = "错误"
    warning = "提醒"
    note = "说明"
