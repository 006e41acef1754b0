"""What is handed to administrators says the same everywhere, and the same as the pages."""

from __future__ import annotations

import re

from defusedxml import ElementTree

from showcase.commands.deploy import PASSWORD
from showcase.delivery import record
from showcase.delivery.host import LOCK, PART
from showcase.packaging.web_config import HEADERS, TYPES, YEAR, web_config
from showcase.release import FILE
from tests.delivery.nginx import HOSTING

LASTING = ["assets/shell.0123456789ab.css", 'assets/a"&<b.0123456789ab.css']
NAMES = ("nginx.conf", "nginx-folder.conf")


def test_the_file_for_iis_is_the_one_that_the_program_writes() -> None:
    assert (HOSTING / "web.config").read_text("utf-8") == web_config()


def test_nginx_says_the_same_headers_as_iis() -> None:
    for name in NAMES:
        text = (HOSTING / name).read_text("utf-8")
        said = dict(re.findall(r'^\s*add_header (\S+) "(.*)" always;$', text, re.MULTILINE))
        assert said == HEADERS, name


def test_both_files_for_nginx_differ_only_in_where_the_site_stands() -> None:
    one, other = ((HOSTING / name).read_text("utf-8") for name in NAMES)
    lines = [
        {line.strip() for line in text.splitlines() if line.strip().startswith(("add_header", "gzip", "charset", '"~', "absolute"))}
        for text in (one, other)
    ]  # fmt: skip
    assert lines[0] == lines[1]
    assert len(lines[0]) > 9


def test_every_entry_is_cleared_before_it_is_given() -> None:
    server = ElementTree.fromstring(web_config(LASTING)).find("system.webServer")
    assert server is not None
    for path, key, due in (
        ("httpProtocol/customHeaders", "name", {*HEADERS, "X-Powered-By"}),
        ("staticContent", "fileExtension", set(TYPES)),
        ("httpErrors", "statusCode", {"404"}),
    ):
        entries = list(server.find(path) or ())
        removed: set[str] = set()
        for entry in entries:
            if entry.tag == "remove":
                removed.add(entry.attrib[key])
            elif key in entry.attrib:
                assert entry.attrib[key] in removed, entry.attrib
        assert removed == due


def test_nothing_in_it_names_a_path_from_the_root() -> None:
    tree = ElementTree.fromstring(web_config(LASTING))
    paths = [one.attrib["path"] for one in tree.iter() if "path" in one.attrib]
    assert len(paths) == len(LASTING) + 1
    assert not any(path.startswith(("/", "~", "\\")) or ":" in path for path in paths)


def test_files_that_never_change_are_kept_a_year_and_all_others_asked_for() -> None:
    tree = ElementTree.fromstring(web_config(LASTING))
    assert [one.attrib["path"] for one in tree.findall("location")] == sorted(LASTING)
    kept = [one.attrib for one in tree.iter("clientCache")]
    assert [one["cacheControlMode"] for one in kept] == ["DisableCache", "UseMaxAge", "UseMaxAge"]
    assert kept[1]["cacheControlMaxAge"] == f"{YEAR}.00:00:00"


def test_only_sections_that_a_folder_may_set_are_used() -> None:
    """Of `applicationHost.config` as Windows installs it: others are locked, and the whole site would be refused."""
    free = {"defaultDocument", "directoryBrowse", "httpErrors", "httpProtocol", "staticContent"}
    tree = ElementTree.fromstring(web_config(LASTING))
    assert {one.tag for server in tree.iter("system.webServer") for one in server} == free


def test_the_guide_for_administrators_states_the_same_headers_and_files() -> None:
    text = (HOSTING / "README.zh-CN.md").read_text("utf-8")
    said = dict(re.findall(r"^\| `([A-Z][\w-]+)` \| `(.+)` \|$", text, re.MULTILINE))
    assert said == HEADERS
    assert all(f"`{name}`" in text for name in (record.NAME, LOCK, PART, FILE, PASSWORD))
    assert "新旧两版会混在一起" in text
    assert all((HOSTING / name).is_file() for name in re.findall(r"\]\(([\w.-]+)\)", text))
