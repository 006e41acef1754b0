"""The reader that measures pages, at work: it uses a control that it finds, and tells which it does not find."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from showcase.bench import reader
from tests.site import browsing

pytestmark = browsing.marks

PAGE = """\
<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>虚构</title></head><body><main>
<div role="group"><select name="group"><option value="">无</option><option value="city">城市</option></select></div>
<p id="shown">一</p><script src="page.js"></script></main></body></html>
"""
SCRIPT = """\
document.querySelector("select").addEventListener("change", (event) => {
  document.getElementById("shown").textContent = event.target.value || "一";
});
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    site = tmp_path_factory.mktemp("read")
    (site / "deep").mkdir()
    page = site / "deep" / "index.html"
    page.write_text(PAGE, encoding="utf-8")
    (site / "deep" / "page.js").write_text(SCRIPT, encoding="utf-8")
    reader.lay(site)
    reader.attend(page, "deep/index.html", "matrix")
    assert browsing.CHROMIUM is not None
    return {one["step"]: one for one in reader.told(Path(browsing.CHROMIUM), page)}


def test_an_answer_is_timed_once_a_round(found: dict[str, dict[str, Any]]) -> None:
    group = found["group"]
    assert group["there"] is True
    assert [len(one) for one in group["rounds"]] == [2] * 6
    assert all(took > 0 for one in group["rounds"] for took in one)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the time of a thread")
def test_the_cpu_time_of_each_answer_is_read(found: dict[str, dict[str, Any]]) -> None:
    assert len(found["group"]["cpu"]) == 12
    assert min(found["group"]["cpu"]) > 0


def test_a_control_that_is_missing_is_told(found: dict[str, dict[str, Any]]) -> None:
    assert found["sort"]["there"] is False
    assert found["only"]["there"] is False
