"""The verb `photos`: photographs taken into a base, and freed of what their cameras wrote into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import Annotated

import typer

from .. import whole_files
from ..catalogue import Catalogue, Hindrance
from ..file_names import alike as alike_in_name
from ..file_names import shown
from ..folder import Folder
from ..photographs import ENDINGS, alike, cleaned, opened, safe_name, working_copy
from ..reports import terminal
from ..scaffold import Option
from .asking import INTERRUPTED, affirmed, agreed, say
from .conversation import Question, chosen
from .photo_entry import ASKED, Album, asked, notes, told
from .place import WRONG_USE, given, need_bases, reason, root, stop

_NOT_MEANT = (".", "~", "_")
"""How the names begin of what systems and programs leave behind, and of what is kept aside."""
photos = typer.Typer(
    no_args_is_help=True,
    help="加照片：photos add 编号 照片……；去掉照片里的位置等信息：photos clean。",
)


class _Outcome(Enum):
    """What became of one picture."""

    ADDED = auto()
    KNOWN = auto()
    REFUSED = auto()


@photos.command()
def add(
    base: Annotated[str, typer.Argument(metavar="编号", help="哪个基地：编号、名称或拼音开头")],
    files: Annotated[list[str] | None, typer.Argument(metavar="照片", help="照片文件，可以几个；不写就是已经放进 bases/编号/ 的")] = None,
    alt: Annotated[str, typer.Option(help="画面上有什么；不写就问")] = "",
    caption: Annotated[str, typer.Option(help="图注：照片下面的一句话")] = "",
    credit: Annotated[str, typer.Option(help="谁拍的")] = "",
    consent: Annotated[str, typer.Option(help="画面里的人同意公开吗：已取得、不需要、未取得")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="换掉放在文件夹里的原图时不再问")] = False,
) -> None:  # fmt: skip
    """把照片加进一个基地：转正、缩小、去掉位置等信息，问几句，写进资料。原图不会进项目。"""
    need_bases()
    folder = Folder(root() / "bases")
    before = folder.read(drafts=True)
    album = _album(base, before.legible)
    # a part of a name is enough to choose by, and could be that of another
    say(f"加到：{before.legible.bases[album.identity].content.name}（{album.identity}）")
    words = dict(zip(ASKED, (alt, caption, credit, consent), strict=True))
    paths = _meant(files) if files else _dropped(album)
    if not paths:
        stop(f"bases/{album.identity}/ 里没有还没写进资料的照片。", 0)
    if len(paths) > 1 and any(words.values()):
        stop(
            "几张照片的说明不会一样：--alt 这些选项一次只能用在一张上；不写它们，就一张一张问。",
            WRONG_USE,
        )
    album.need_room()
    if not any(words.values()):
        say("按 Ctrl+C 随时停下，正在问的那一张就不加。")
    done: list[_Outcome] = []
    with _stopping(done):
        for number, path in enumerate(paths, start=1):
            if len(paths) > 1:
                say(f"\n第{number}张，共{len(paths)}张：{shown(path.name)}")
            done.append(_taken(album, path, words, dropped=not files, yes=yes))
    known = {(one.code, one.field, one.place.file) for one in before.diagnostics}
    fresh = [
        one
        for one in folder.read(drafts=True).diagnostics
        if one.place.file == album.shown and (one.code, one.field, one.place.file) not in known
    ]
    if fresh:
        say(f"\n{terminal.told(fresh)}")
    if refused := done.count(_Outcome.REFUSED):
        stop(f"有{refused}张没有加，原因写在上面。")


@photos.command()
def clean(
    bases: Annotated[list[str] | None, typer.Argument(metavar="编号", help="哪些基地；不写就是全部")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="不再问")] = False,
) -> None:  # fmt: skip
    """去掉 bases/ 里照片文件带的位置、设备、备注等信息。画面一点不变。"""
    need_bases()
    catalogue = Folder(root() / "bases").read(drafts=True).legible
    albums = [_album(one, catalogue) for one in bases or catalogue.bases]
    fresh: dict[Path, bytes] = {}
    for path in (path for album in albums for path in _pictures(album.folder)):
        picture = opened(path)
        if isinstance(picture, Hindrance):
            continue
        content = cleaned(picture)
        name = path.relative_to(root()).as_posix()
        if content is None:
            if picture.bare.located:
                say(
                    f"{name} 是{picture.format.title}格式，没法原样清理：用看图软件另存为JPG，再用 photos add 加进来。"
                )
        elif content != picture.original:
            fresh[path] = content
            say(f"{name}：{'有拍摄位置和' if picture.bare.located else '有'}别的信息，可以去掉。")
    if not fresh:
        say("没有要清理的。")
        return
    agreed(f"清理这{len(fresh)}张吗？画面不变，去掉的信息找不回来", yes=yes)
    for path, content in fresh.items():
        try:
            whole_files.put(path, content)
        except OSError as fault:
            stop(f"写不进 {path.relative_to(root()).as_posix()}{reason(fault)}。")
    say(f"清理好了{len(fresh)}张。代码仓库的历史记录里还有原来的，需要的话请管仓库的同事清理。")


def _album(typed: str, catalogue: Catalogue) -> Album:
    options = [
        Option(identity, record.content.name, record.content.aliases)
        for identity, record in catalogue.bases.items()
    ]
    if not options:
        stop("bases/ 里没有读得懂的基地，先运行 check。")
    question = Question("哪个基地", lambda answer: chosen(answer, options))
    identity = str(question.settle(typed))
    bases = root() / "bases"
    return Album(identity, root() / catalogue.bases[identity].file, bases / identity)


def _meant(files: list[str]) -> list[Path]:
    """The files named on the command line; the console of Windows leaves *.jpg to the program."""
    found: dict[Path, None] = {}
    for typed in files:
        path = given(Path(typed))
        several = not path.exists() and set(path.name) & set("*?")
        found.update(dict.fromkeys(sorted(path.parent.glob(path.name)) if several else [path]))
    return list(found)


def _dropped(album: Album) -> list[Path]:
    """The pictures in the folder of a base that nothing in its file names."""
    known = {alike_in_name(name) for name in album.named()}
    return [path for path in _pictures(album.folder) if alike_in_name(path.name) not in known]


def _pictures(folder: Path) -> list[Path]:
    """The files in a folder that are called pictures; no links, which may lead out of it."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in ENDINGS
        and not path.name.startswith(_NOT_MEANT)
        and not path.is_symlink()
    ]


def _taken(
    album: Album, path: Path, words: Mapping[str, str], *, dropped: bool, yes: bool
) -> _Outcome:
    """One picture taken in, or told why not."""
    if not path.exists():
        say(f"没有 {shown(str(path))} 这个文件。")
        return _Outcome.REFUSED
    picture = opened(path)
    copy = picture if isinstance(picture, Hindrance) else working_copy(picture, path.name)
    if isinstance(picture, Hindrance) or isinstance(copy, Hindrance):
        if isinstance(copy, Hindrance):
            say(told(copy, path.name))
        return _Outcome.REFUSED
    named = album.named()
    others = [one for one in _pictures(album.folder) if one.name in named]
    if twin := alike(picture, copy, others):
        say(f"{shown(path.name)} 已经有了，就是 bases/{album.identity}/{shown(twin)}，没有再加。")
        return _Outcome.KNOWN
    for note in notes(copy, path.name):
        say(note)
    entry = asked(album, path.name, words)
    name = safe_name(path.name, copy.ending, _names(album, but=path if dropped else None))
    if dropped and not yes:
        say(
            f"清理过的照片叫 {name}，它会换掉你放进来的 {shown(path.name)}。要留原图，先拷一份到项目外面。"
        )
        if not affirmed("现在就换吗"):
            say("没有动。")
            return _Outcome.KNOWN
    try:
        album.add({"file": name, **entry}, copy.content, path if dropped else None)
    except OSError as fault:
        stop(f"写不进 bases/{album.identity}/{reason(fault)}，这一张没有加。")
    said = (
        f"加好了：bases/{album.identity}/{name}，{copy.width}×{copy.height}，写进了 {album.shown}。"
    )
    say(said + ("" if dropped else "原来的照片没有动。"))
    return _Outcome.ADDED


def _names(album: Album, but: Path | None) -> set[str]:
    """The names that are taken: of every file in the folder, and of every entry, whether it is there or not."""
    there = {path.name for path in album.folder.iterdir()} if album.folder.is_dir() else set()
    if but is not None:
        there.discard(but.name)
    return there | album.named()


@contextmanager
def _stopping(done: list[_Outcome]) -> Iterator[None]:
    """Ctrl+C, Ctrl+Z and input that ends: the picture that was asked about is not added, and that is said."""
    try:
        yield
    except (KeyboardInterrupt, EOFError, typer.Abort):
        typer.echo()
        count = done.count(_Outcome.ADDED)
        kept = f"前面加好的{count}张留着，" if count else ""
        stop(f"停下了，{kept}这一张没有加。", INTERRUPTED)
