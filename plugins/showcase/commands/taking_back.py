"""Taking back the last change of a verb, and never without a word what was written after it."""

from __future__ import annotations

from ..reports.visible import visible
from ..undo import Change, UndoCopies
from .asking import NO, YES, answer, say
from .place import reason, root, stop

_NOBODY = "停"


def take_back(verb: str) -> None:
    """Undo the last change that a verb made, and say which files that were. Where files have been changed
    since, they are named and the user is asked; nobody to answer ends it with exit code 1."""
    copies = UndoCopies(root())
    try:
        change = copies.last(verb)
        if change is None:
            say(f"没有可以撤销的 {verb} 修改。")
            return
        if later := copies.later(change):
            _agreed(change, later)
        copies.restore(change)
    except OSError as fault:
        stop(f"没有全部恢复{reason(fault)}。关掉正打开这些文件的程序，再来一次。")
    say(_taken_back(change))


def _agreed(change: Change, later: tuple[str, ...]) -> None:
    if change.left:
        say(f"上一次 {change.verb} 修改以后，这些文件又改过：")
    else:
        say(f"上一次 {change.verb} 没有记下改成了什么样，看不出这些文件后来有没有再改过：")
    for file in later:
        if not (root() / file).exists():
            rest = "（现在没有这个文件，撤销会放回来）"
        else:
            rest = "（是新建的，撤销会删掉）" if file in change.made else ""
        say(visible(f"  {file}{rest}"))
    say("撤销的话，后来写的就没有了。要留着的，先另存一份。")
    said = answer("还是要撤销吗？（是／否）：", YES | NO | {""}, _NOBODY)
    if said == _NOBODY:
        stop("没有人回答，没有撤销，文件都没有动。")
    if said not in YES:
        stop("没有撤销，文件都没有动。", 0)


def _taken_back(change: Change) -> str:
    said = []
    if change.replaced:
        said.append(f"恢复了{'、'.join(change.replaced)}")
    if change.made:
        said.append(f"删掉了新建的{'、'.join(change.made)}")
    return visible(f"撤销了上一次 {change.verb} 的修改：{'；'.join(said)}。")
