"""Projects in which something leads out: what lies outside is invented, and must never be opened or shown."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from PIL import Image

SECRET = "不该出现的秘密"
Plant = Callable[[Path], None]
"""What is done to a project; beside it lies the folder `outside`."""


def lay_outside(place: Path) -> Path:
    """The folder `outside` in `place`, with one file of each kind that a build reads."""
    outside = place / "outside"
    (outside / "folder").mkdir(parents=True)
    for name in ("secret.yml", "folder/secret.yml"):
        (outside / name).write_text(
            f"schema: 1\nname: {SECRET}\nkind: 其他\ncity: 云州市\n", "utf-8"
        )
    for name in ("secret.md", "folder/secret.md"):
        (outside / name).write_text(f"# {SECRET}\n", "utf-8")
    (outside / "secret.html").write_text(f"<p>{SECRET}</p>", "utf-8")
    (outside / "secret.svg").write_text(f"<svg><text>{SECRET}</text></svg>", "utf-8")
    (outside / "secret.json").write_text('{"schema": 1}', "utf-8")
    for name in ("secret.jpg", "folder/secret.jpg"):
        Image.new("RGB", (40, 30), "#aa2233").save(outside / name)
    return outside


def link(name: str, target: str) -> Plant:
    """A link in place of a file or folder; `target` is relative to the project, or absolute."""

    def plant(project: Path) -> None:
        path = project / name
        if path.exists() and not path.is_dir():
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target if target.startswith("/") else (project / target).resolve())

    return plant


def moved(name: str) -> Plant:
    """A whole folder of the project moved out, and a link left in its place."""

    def plant(project: Path) -> None:
        target = project.parent / "outside" / name.replace("/", "-")
        (project / name).rename(target)
        (project / name).symlink_to(target)

    return plant


def pipe(name: str) -> Plant:
    """A pipe with a name: who opens it waits for ever."""

    def plant(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).unlink(missing_ok=True)
        os.mkfifo(project / name)

    return plant


def plug(name: str) -> Plant:
    """A socket among the files."""

    def plant(project: Path) -> None:
        # the path of a socket may have some hundred characters only
        before = Path.cwd()
        os.chdir((project / name).parent)
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(Path(name).name)
        finally:
            os.chdir(before)

    return plant


def two_links(project: Path) -> None:
    """A link that leads into what another link leads out to."""
    link("bases/first", "../outside")(project)
    (project / "bases" / "second.yml").symlink_to("first/secret.yml")


def circle(project: Path) -> None:
    """A link to itself."""
    (project / "bases" / "loop.yml").symlink_to("loop.yml")


def through_a_link(project: Path) -> None:
    """A pipe, and a link to it: both lie in the bases."""
    pipe("bases/.pipe")(project)
    (project / "bases" / "linked.yml").symlink_to(".pipe")


BASE = "bases/mantoushan"
"""A real base, of which a copy is spoilt."""

PLANTED: dict[str, tuple[Plant, str, str]] = {
    "a base": (link("bases/secret.yml", "../outside/secret.yml"), "linked-outside", "bases/secret.yml"),
    "a file of the site": (link("bases/_site.yml", "../outside/secret.yml"), "linked-outside", "bases/_site.yml"),
    "the words": (link("bases/_words.yml", "../outside/secret.yml"), "linked-outside", "bases/_words.yml"),
    "the ledger": (link("bases/_published.json", "../outside/secret.json"), "linked-outside", "bases/_published.json"),
    "a text file": (link("bases/secret.txt", "../outside/secret.yml"), "linked-outside", "bases/secret.txt"),
    "a standard": (link("bases/_standards/secret.yml", "../outside/secret.yml"), "linked-outside", "bases/_standards/secret.yml"),
    "a folder of photographs": (link(f"{BASE}", "../outside/folder"), "linked-outside", BASE),
    "a file nobody names": (link(f"{BASE}/extra.jpg", "../outside/secret.jpg"), "linked-outside", f"{BASE}/extra.jpg"),
    "a device": (link("bases/zero.yml", "/dev/zero"), "linked-outside", "bases/zero.yml"),
    "the users": (link("bases/users.yml", "/etc/passwd"), "linked-outside", "bases/users.yml"),
    "the root": (link("bases/root", "/"), "linked-outside", "bases/root"),
    "a way through two links": (two_links, "linked-outside", "bases/second.yml"),
    "settings of git": (link("bases/config.yml", ".git/config"), "linked-outside", "bases/config.yml"),
    "a page": (link("content/secret.md", "../outside/secret.md"), "linked-outside", "content/secret.md"),
    "a page that is needed": (link("content/about.md", "../outside/secret.md"), "linked-outside", "content/about.md"),
    "a picture of a page": (link("content/secret.jpg", "../outside/secret.jpg"), "linked-outside", "content/secret.jpg"),
    "a folder of pages": (link("content/folder", "../outside/folder"), "linked-outside", "content/folder"),
    "a hidden folder of pages": (link("content/.hidden", "../outside/folder"), "linked-outside", "content/.hidden"),
    "a folder of pages that holds itself": (link("content/loop", "content"), "linked-folder", "content/loop"),
    "a template": (link("overrides/secret.html", "../outside/secret.html"), "linked-outside", "overrides/secret.html"),
    "an asset": (link("overrides/assets/secret.svg", "../outside/secret.svg"), "linked-outside", "overrides/assets/secret.svg"),
    "a cover in the cache": (link(".cache/covers/aa/secret.svg", "../outside/secret.svg"), "linked-outside", ".cache/covers/aa/secret.svg"),
    "all bases": (moved("bases"), "folder-elsewhere", "bases"),
    "all pages": (moved("content"), "folder-elsewhere", "content"),
    "all templates": (moved("overrides"), "folder-elsewhere", "overrides"),
    "the cache": (link(".cache", "../outside/folder"), "folder-elsewhere", ".cache"),
    "a link that holds itself": (circle, "not-a-file", "bases/loop.yml"),
    "a link to nothing": (link("bases/gone.yml", "bases/nothing.yml"), "not-a-file", "bases/gone.yml"),
    "a page that is a link to nothing": (link("content/gone.md", "content/nothing.md"), "not-a-file", "content/gone.md"),
    "a link to another base": (link("bases/again.yml", f"{BASE}.yml"), "linked-twice", "bases/mantoushan.yml"),
    "a link to another page": (link("content/again.md", "content/about.md"), "linked-twice", "content/again.md"),
    "a pipe among bases": (pipe("bases/pipe.yml"), "special-file", "bases/pipe.yml"),
    "a pipe among pages": (pipe("content/pipe.md"), "special-file", "content/pipe.md"),
    "a pipe among photographs": (pipe(f"{BASE}/pipe.jpg"), "special-file", f"{BASE}/pipe.jpg"),
    "a pipe in place of the ledger": (pipe("bases/_published.json"), "special-file", "bases/_published.json"),
    "a pipe among templates": (pipe("overrides/pipe.html"), "special-file", "overrides/pipe.html"),
    "a link to a pipe": (through_a_link, "special-file", "bases/linked.yml"),
    "a socket": (plug("bases/plug.yml"), "special-file", "bases/plug.yml"),
}  # fmt: skip
"""What is planted, what is said of it, and where."""
