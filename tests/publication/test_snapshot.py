"""A snapshot holds all that the pages of a base state, and nothing that they do not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from showcase.catalogue import Catalogue
from showcase.folder import Folder
from showcase.ledger import Ledger, dump
from showcase.model import Activity, Assessment, Base
from showcase.publication.snapshot import (
    EVERYWHERE_UNSHOWN,
    UNSHOWN,
    base_snapshot,
    picture_name,
    published_of,
)
from tests.cases.story import BASELINE
from tests.site import invented

DRAFT = (
    "schema: 1\nname: 不能说的名字\nkind: 其他\ncity: 云州市\nstatus: 草稿\nslogan: 不能说的口号\n"
)


@pytest.fixture
def bases(tmp_path: Path) -> Path:
    """The baseline of the cases with an invented base that fills in every field."""
    shutil.copytree(BASELINE, tmp_path / "bases")
    (tmp_path / "content").mkdir()
    invented.add(tmp_path)
    return tmp_path / "bases"


def released(bases: Path) -> Catalogue:
    catalogue = Folder(bases).read().catalogue
    assert catalogue is not None
    return catalogue


def everything(bases: Path) -> str:
    return dump(Ledger(published_of(released(bases), {}, {}, {})))


def test_every_field_of_a_base_is_shown_or_listed_as_unshown(bases: Path) -> None:
    catalogue = released(bases)
    told = base_snapshot(catalogue.bases[invented.BASE], catalogue, {})
    heads = {path.partition("·")[0].partition(" 第")[0] for path in told.fields}
    # the invented base leaves these out: it belongs to nothing, and its name is no coinage
    absent = {"part_of", "coined", "key_event", "related_standards"}
    for name, info in Base.model_fields.items():
        if name not in UNSHOWN["Base"] | absent and name in invented_fields():
            assert info.title in heads, name


def invented_fields() -> set[str]:
    """The top-level keys of the invented base."""
    keys = {
        line.partition(":")[0] for line in invented.BASE_YAML.splitlines() if line[:1].isalpha()
    }
    return {name for name, info in Base.model_fields.items() if (info.alias or name) in keys}


def test_what_is_listed_as_unshown_are_fields() -> None:
    for part in (Base, Activity, Assessment):
        assert UNSHOWN[part.__name__] <= set(part.model_fields)
    assert {"id"} == EVERYWHERE_UNSHOWN


def test_values_are_in_the_words_of_the_page(bases: Path) -> None:
    catalogue = released(bases)
    told = base_snapshot(catalogue.bases[invented.BASE], catalogue, {})
    assert told.name == invented.NAME
    assert told.fields["数据 第1条·数值"] == "300余家"
    assert told.fields["数据 第1条·来源"] == "云桥虚构报道"
    assert told.fields["成立·日期"] == "约2018年"
    assert told.fields["活动 第2条·日期"] == "2023年5月至2023年8月"
    assert told.fields["区县"] == "东城区、西城区"
    assert told.fields["旧编号"] == "xugou-old"
    assert "要事" not in told.fields
    assert told.ticks["xugou-eight·有甲"].mark == "达标"
    assert told.ticks["xugou-eight·有丙"].mark == "待佐证"
    assert told.ticks["xugou-eight·有丁"].mark == "待更新"
    branch = base_snapshot(catalogue.bases[invented.BRANCH], catalogue, {})
    assert branch.fields["隶属"] == invented.NAME


def test_photographs_stand_under_the_name_that_the_page_gives_them(bases: Path) -> None:
    catalogue = released(bases)
    told = base_snapshot(catalogue.bases[invented.BASE], catalogue, {"hall.jpg": "1" * 64})
    hall = told.photos[picture_name(invented.BASE, "hall.jpg")]
    assert (hall.sha256, hall.alt, hall.credit) == ("1" * 64, "前厅", "宣传科")
    assert len(told.photos) == 2
    assert "hall.jpg" not in everything(bases)


def test_what_is_not_public_is_not_in_it(bases: Path) -> None:
    (bases / "secret.yml").write_text(DRAFT, encoding="utf-8")
    path = bases / f"{invented.BASE}.yml"
    text = path.read_text("utf-8").replace("alt: 大门", "alt: 不能说的大门, consent: 未取得")
    text = text.replace("schema: 1\n", "schema: 1 # 不能说的注释\npinyin: bu neng shuo\n", 1)
    text += "part_of: secret\nreviewed: {by: 不能说的审核人}\n"
    path.write_text(text, encoding="utf-8")
    site = bases / "_site.yml"
    site.write_text(site.read_text("utf-8").replace("[yunqiao]", "[yunqiao, secret]"), "utf-8")
    told = everything(bases)
    assert "云桥虚构站" in told
    for word in ("不能说", "secret", "bu neng shuo", "gate.png"):
        assert word not in told
