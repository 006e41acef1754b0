"""A folder as a zip that tells of no machine, user or day, and is there whole or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from showcase.packaging.archive import archive
from showcase.packaging.leaflet import not_found
from tests.delivery.samples import lay

FILES = {"index.html": b"<p>" * 99, "a/b.css": b"body{}", "关于/index.html": "云桥".encode()}


def test_every_file_bears_the_first_day_that_a_zip_can_say(tmp_path: Path) -> None:
    archive(lay(tmp_path / "site", FILES), tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        found = made.infolist()
        assert {one.filename: made.read(one) for one in found} == FILES
    assert [one.filename for one in found] == sorted(FILES)
    assert {one.date_time for one in found} == {(1980, 1, 1, 0, 0, 0)}
    # made on Unix: an ordinary file, which its owner may write and all may read
    assert {(one.create_system, one.external_attr >> 16) for one in found} == {(3, 0o100644)}
    assert {one.compress_type for one in found} == {zipfile.ZIP_DEFLATED}


def test_what_fails_in_the_middle_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lay(tmp_path / "site", FILES)
    (tmp_path / "a.zip").write_bytes(b"the one before")
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "b.css":
            raise PermissionError(13, "Permission denied")
        return read(path)

    with monkeypatch.context() as patch, pytest.raises(PermissionError):
        patch.setattr(Path, "read_bytes", refused)
        archive(site, tmp_path / "a.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "site"]
    assert (tmp_path / "a.zip").read_bytes() == b"the one before"


def test_a_page_that_leads_nowhere_leads_back_or_to_the_full_address() -> None:
    assert "后退" in not_found("云桥展台", "").decode()
    assert "href=" not in not_found("云桥展台", "").decode()
    made = not_found("<云桥>", 'https://a.example/"x').decode()
    assert '<a href="https://a.example/&quot;x">去“&lt;云桥&gt;”的首页</a>' in made
