"""What a build writes lies in its folder, under names that any disk, archive and server takes, whatever staff typed."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showcase import addresses
from showcase.file_names import LONGEST_ID, alike, is_kept
from showcase.pronunciation import slugs
from showcase.workshop import Workshop
from tests.confinement.test_names import HOSTILE
from tests.corpus.laying import frame, workshop

LONGEST = 199
"""Characters of a path within a site: a Windows path of 260 leaves some 60 for the folder that it is unpacked into."""
_PORTABLE = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")
LONG = "a" * LONGEST_ID


def faults(paths: list[str]) -> list[str]:
    """What is wrong with the paths of a site."""
    found = [f"signs: {one}" for one in paths if not _PORTABLE.fullmatch(one)]
    found += [f"kept: {one}" for one in paths if any(map(is_kept, PurePosixPath(one).parts))]
    found += [f"ends: {one}" for one in paths if re.search(r"[. ](?:/|$)", one)]
    found += [f"long: {one}" for one in paths if len(one) > LONGEST]
    known = {alike(one) for one in paths}
    folders = {str(parent) for one in paths for parent in PurePosixPath(one).parents}
    found += [f"a file and a folder: {one}" for one in paths if one in folders]
    return found + ([f"alike: {len(paths) - len(known)}"] if len(known) < len(paths) else [])


@pytest.mark.parametrize(
    "path",
    ["Hall.jpg", "大厅.jpg", "con/index.html", "a/aux.html", "a./b", "a b", "../a", "/a", "a//b", ".hidden", "a\\b", "a:b", "a" * 200],
)  # fmt: skip
def test_a_path_that_some_system_cannot_take_is_seen(path: str) -> None:
    assert faults([path]) != []


def test_two_paths_that_are_one_are_seen() -> None:
    assert faults(["a/b.html", "a/b.html"]) != []
    assert faults(["a", "a/b.html"]) != []
    assert faults(["a/b.html", "a/c.html"]) == []


def test_the_longest_addresses_fit() -> None:
    """An id of the longest kind, in every place where one stands."""
    longest = [
        addresses.base_timeline(LONG) + "index.html", addresses.source(LONG) + "index.html", addresses.standard(LONG) + "index.html",
        addresses.photograph(LONG, "a.jpg"), addresses.cover(LONG, "16x9", "dark"),
        addresses.CITIES + LONG + "/index.html", f"{LONG}/{LONG}/index.html",
    ]  # fmt: skip
    assert faults(longest) == []


CITIES = st.one_of(
    HOSTILE,
    st.sampled_from(["con", "CON市", "aux", "2", "2市", "云州市", "云州", "韵州市", "../../evil", "a" * 300, "荷" * 80, "ＣＯＭ1", "Nul市", "city"]),
)  # fmt: skip


@given(st.lists(CITIES, unique=True, max_size=8))
def test_every_city_has_an_address_of_its_own(names: list[str]) -> None:
    made = slugs(names, {})
    paths = [f"cities/{one}/index.html" for one in made.values()]
    assert made.keys() == set(names)
    assert faults(paths) == []
    # the further pages of a list are numbered
    assert not any(one.isdigit() for one in made.values())


IDS = st.one_of(
    st.sampled_from(["con", "aux", "nul", "com1", "../evil", "..", "a/b", LONG, LONG + "a", "2", "hetang", "Hetang", "yunqiao", "timeline", "前厅"]),
    st.text(alphabet="abcon123-_./\\: A", min_size=1, max_size=12),
)  # fmt: skip
NAMES = st.one_of(
    HOSTILE, st.sampled_from(["hall.jpg", "Hall.JPG", "con.jpg", "../hall.jpg", "荷塘.jpg"])
)


@given(
    identity=IDS, former=IDS, source=IDS, city=CITIES, address=IDS, title=HOSTILE, photograph=NAMES, term=IDS, page=IDS
)  # fmt: skip
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_staff_type_every_page_is_portable(
    identity: str, former: str, source: str, city: str, address: str, title: str, photograph: str, term: str, page: str
) -> None:  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        shop = _laid(
            Path(place), identity, former, source, city, address, title, photograph, term, page
        )
        reading = shop.read(drafts=True)
        if reading.catalogue is None:
            return
        edition = shop.edition(reading.catalogue)
        assert faults(sorted(one.file for one in edition.pages())) == []
        pictures = [
            addresses.photograph(base, name)
            for base, names in reading.catalogue.photos.items()
            for name in names
        ]
        assert faults(pictures) == []


def test_what_staff_usually_type_is_taken() -> None:
    """Or the test above could say nothing."""
    with tempfile.TemporaryDirectory() as place:
        usual = (
            "hetang",
            "hetang-1",
            "report",
            "CON",
            "hetang",
            "开放日",
            "hall.jpg",
            "term",
            "more",
        )
        shop = _laid(Path(place), *usual, with_photograph=False)
        catalogue = shop.read(drafts=True).catalogue
        assert catalogue is not None
        files = [one.file for one in shop.edition(catalogue).pages()]
        assert {"cities/hetang/index.html", "bases/hetang-1/index.html", "more/index.html"} <= {
            *files
        }


def _laid(
    root: Path, identity: str, former: str, source: str, city: str, address: str, title: str, photograph: str,
    term: str, page: str, *, with_photograph: bool = True,
) -> Workshop:  # fmt: skip
    """A project of one base, in which everything that can make an address is as given."""

    def text(value: str) -> str:
        return json.dumps(value.encode("utf-8", "replace").decode(), ensure_ascii=False)

    frame(root)
    bases = root / "bases"
    sources = f"schema: 1\nsources:\n  {text(source)}: {{short: 虚构的报道, kind: 其他}}\n  toy: {{short: 另一篇虚构的报道, kind: 其他}}\n"
    (bases / "_sources.yml").write_text(sources, "utf-8")
    standard = "schema: 1\nname: 虚构的六有\nuse: 对照\nsource: toy\ncriteria: [有阵地]\n"
    for path in (bases / "_standards").iterdir():
        path.write_text(standard, "utf-8")
    (bases / "_site.yml").write_text(
        f"schema: 1\nname: 虚构的展示\ncities: {{{text(city)}: {text(address)}}}\n", "utf-8"
    )
    (bases / "_terms.yml").write_text(
        f"schema: 1\nterms:\n  - {{id: {text(term)}, term: 虚构词, text: 虚构, source: toy}}\n",
        "utf-8",
    )
    photographs = f"photos:\n  - {{file: {text(photograph)}, alt: 议事亭的前厅}}\n"
    content = (
        f"schema: 1\nname: 荷塘议事亭\nkind: 协商平台\ncity: {text(city)}\nformer_ids: [{text(former)}]\n"
        f"activities:\n  - {{title: {text(title)}, date: 2023-03, source: toy}}\n"
        + (photographs if with_photograph else "")
    )
    _written(bases, identity, ".yml", content)
    _written(root / "content", page, ".md", "# 虚构的一页\n")
    return workshop(root)


def _written(folder: Path, stem: str, end: str, content: str) -> None:
    """A file of a hostile name, where this system can hold one at all."""
    name = stem.replace("/", "").replace("\0", "") or "a"
    (folder / f"{name}{end}").write_text(content, "utf-8")
