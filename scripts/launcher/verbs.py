"""The launcher's commands, and how each is carried out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.launcher.checks import run_checks
from scripts.launcher.environment import for_running
from scripts.launcher.install import ensure
from scripts.launcher.interpreter import warn_if_untried
from scripts.launcher.process import become, surroundings
from scripts.launcher.relock import relock
from scripts.launcher.stop import NOT_READY, Stop
from scripts.launcher.words import say

ROOT = Path(__file__).resolve().parents[2]
WRONG_USE = 2

# Carried out by Showcase itself, inside its environment.
HANDED_ON = (
    "serve",
    "build",
    "check",
    "fix",
    "checkup",
    "new",
    "bench",
    "migrate",
    "changes",
    "sign",
    "publish",
    "rename",
    "withdraw",
    "schemas",
)

HELP = """\
用法 / usage:  python3 scripts/showcase.py 命令      (Windows: py scripts\\showcase.py 命令)

  serve     在本机预览，改了内容自动刷新        preview here, reloads as you edit
  build     生成整个网站                        build the site
  check     检查所有基地资料                    check every base
  fix       改好 check 说的，改之前先给你看      mend what check told, shown first
  checkup   看每个基地还能补什么                see what each base still lacks
  new       新建一个基地，或加一次活动          start a new base, or add an activity
  changes   看公开的网站会有哪些变化            see what will change in public
  sign      记下谁审过                          note who reviewed a base
  publish   检查、生成，并记下发布了什么        check, build, note what is public
  rename    给基地换编号，旧网址照样能用        give a base a new id
  withdraw  撤下一个基地或一张照片              take a base or a photograph back
  bench     测一测生成速度                      measure the build
  migrate   把旧资料改成新格式                  bring old files to the new format
  schemas   重新写好编辑器用的提示文件          make the editor's schemas again
  test      运行全部检查和测试                  run every check and test
  relock    重新计算组件的锁定文件              work out the dependency locks again
  help      显示这段说明                        this text

第一次运行会自动准备好环境，需要联网；之后可以离线使用。
The first run prepares everything and needs the network; later runs work offline.
"""


def run(arguments: list[str]) -> int:
    """Carries out one command and returns its exit code; says a sentence where it cannot."""
    try:
        return _carry_out(arguments)
    except Stop as stop:
        say(stop.key, **stop.values)
        return stop.code
    except OSError as trouble:
        say("file-trouble", name=trouble.filename, reason=trouble.strerror or trouble)
        return NOT_READY


def _carry_out(arguments: list[str]) -> int:
    verb, *rest = arguments or ["help"]
    if verb in ("help", "-h", "--help"):
        print(HELP, end="")
        return 0
    if verb not in (*HANDED_ON, "test", "relock"):
        say("unknown-verb", verb=verb)
        sys.stderr.write(HELP)
        return WRONG_USE
    warn_if_untried(sys.version_info[:2])
    if verb == "test":
        return run_checks(ROOT, rest)
    if verb == "relock":
        return relock(ROOT, rest)
    environment = for_running(ROOT)
    ensure(environment)
    # Paths that the user types are meant from where the user stands.
    env = surroundings(os.environ, SHOWCASE_CALLED_FROM=str(Path.cwd()))
    return become([environment.python, "-m", "showcase", verb, *rest], root=ROOT, env=env)
