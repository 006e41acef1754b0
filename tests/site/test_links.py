"""Every link leads to a file that exists, and to a place in it that exists; nothing loads from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.site.conftest import Documents
from tests.site.document import Document, Element
from tests.site.project import contents

LEADING = ("href", "src", "srcset", "poster", "action", "data", "content")
LOADING = {"img", "source", "script", "iframe", "object", "embed", "video", "audio", "link"}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)""")
_SVG_URL = re.compile(
    r"""(?:href|src)\s*=\s*["']([^"'#][^"']*)["']|url\(\s*["']?([^#"')][^"')]*)"""
)

Site = tuple[Path, Documents]


def test_no_link_is_dead(site: Site) -> None:
    folder, pages = site
    files = set(contents(folder))
    dead = []
    for name, page in pages.items():
        for element, url in links(page):
            lead = page.leads_to(url)
            if lead is None:
                continue
            file, fragment = lead
            if file not in files:
                dead.append(f"{name}: {url} leads to no file")
            elif fragment and fragment not in pages[file].by_id and file in pages:
                dead.append(f"{name}: {url} leads to no place ({element.text()[:20]})")
    assert "\n".join(dead) == ""


def test_links_out_of_the_site_are_plain_and_few(site: Site) -> None:
    _, pages = site
    schemes = {
        urlsplit(url).scheme
        for page in pages.values()
        for _, url in links(page)
        if page.leads_to(url) is None
    }
    assert schemes <= {"https", "mailto", "tel"}


def test_every_link_says_where_it_leads_without_trusting_the_root(site: Site) -> None:
    """But for the 404 page, which is served at any depth, addresses are relative: the site can move."""
    _, pages = site
    for name, page in pages.items():
        absolute = [url for _, url in links(page) if url.startswith("/")]
        if name == "404.html":
            relative = [url for _, url in links(page) if not url.startswith(("/", "#"))]
            assert absolute
            assert relative == []
        else:
            assert absolute == [], name


def test_no_link_has_no_words(site: Site) -> None:
    _, pages = site
    for name, page in pages.items():
        silent = [
            one.attributes["href"]
            for one in page.root.find(tag="a")
            if not one.text() and not one.attributes.get("aria-label") and not pictured(one)
        ]
        assert silent == [], name


def test_nothing_is_loaded_from_outside_the_site(site: Site) -> None:
    folder, pages = site
    for name, page in pages.items():
        for element, url in links(page):
            loads = element.tag in LOADING and element.attributes.get("rel") != "canonical"
            assert not loads or page.leads_to(url) is not None, (name, url)
            assert not url.startswith(("data:", "javascript:")), (name, url)
    there = contents(folder)
    for name, content in there.items():
        if not name.endswith((".css", ".svg")):
            continue
        pattern = _CSS_URL if name.endswith(".css") else _SVG_URL
        text = content.decode().replace("http://www.w3.org/2000/svg", "")
        for found in pattern.finditer(text):
            url = urlsplit(urljoin(f"http://site.invalid/{name}", found[1] or found[2]))
            assert url.netloc == "site.invalid", (name, found[0])
            assert url.path.removeprefix("/") in there, (name, found[0])


def test_the_old_address_of_a_renamed_base_leads_to_it(fuller_pages: Documents) -> None:
    page = fuller_pages["bases/xugou-old/index.html"]
    refresh = [one for one in page.elements if one.attributes.get("http-equiv") == "refresh"]
    _, _, url = refresh[0].attributes["content"].partition("url=")
    assert page.leads_to(url) == ("bases/xugou-zhan/index.html", "")


def links(page: Document) -> Iterator[tuple[Element, str]]:
    """Every URL on a page, with the element that holds it."""
    for one in page.elements:
        for name in LEADING:
            value = one.attributes.get(name)
            if value is None:
                continue
            if name == "content" and one.attributes.get("http-equiv") != "refresh":
                continue
            if name == "content":
                yield one, value.partition("url=")[2]
            elif name == "srcset":
                yield from ((one, part.split()[0]) for part in value.split(","))
            else:
                yield one, value


def pictured(link: Element) -> bool:
    """Whether a link holds a picture with words of its own."""
    return any(image.attributes.get("alt") for image in link.find(tag="img"))
