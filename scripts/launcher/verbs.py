"""The launcher's commands, and how each is carried out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.launcher.audit import audit
from scripts.launcher.checks import run_checks
from scripts.launcher.desk import desk
from scripts.launcher.environment import for_running
from scripts.launcher.heic import heic
from scripts.launcher.hook import hook
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
    "photos",
    "bench",
    "migrate",
    "changes",
    "sign",
    "publish",
    "rollback",
    "export",
    "import",
    "rename",
    "withdraw",
    "deploy",
    "package",
    "schemas",
    "gauge",
)

# Carried out here, without Showcase's environment or with one of their own.
OWN = {
    "test": run_checks,
    "relock": relock,
    "audit": audit,
    "heic": heic,
    "hook": hook,
    "desk": desk,
}

HELP = """\
用法 / usage:  python3 scripts/showcase.py 命令      (Windows: py scripts\\showcase.py 命令)

  serve     在本机预览，改了内容自动刷新        preview here, reloads as you edit
  build     生成整个网站                        build the site
  check     检查所有基地资料                    check every base
  fix       改好 check 说的，改之前先给你看      mend what check told, shown first
  checkup   看每个基地还能补什么                see what each base still lacks
  new       新建一个基地，或加一次活动          start a new base, or add an activity
  photos    加照片，或去掉照片里的位置等信息    add photographs, or clean their files
  changes   看公开的网站会有哪些变化            see what will change in public
  sign      记下谁审过                          note who reviewed a base
  publish   检查、生成，并记下发布了什么        check, build, note what is public
  rollback  把网站换回以前的一版              put an earlier site back
  deploy    把网站送到服务器或 FTP              bring the site to its server
  package   把网站打成一个压缩包                the site as one zip
  export    把资料写成一个Excel工作簿            write the content as a workbook
  import    读回改好的工作簿或活动清单          read a workbook or a list back
  rename    给基地换编号，旧网址照样能用        give a base a new id
  withdraw  撤下一个基地或一张照片              take a base or a photograph back
  bench     测一测生成速度                      measure the build
  gauge     量一量搜索准不准                    measure what search finds
  migrate   把旧资料改成新格式                  bring old files to the new format
  schemas   重新写好编辑器用的提示文件          make the editor's schemas again
  heic      让这台电脑能读苹果手机的照片        read the photographs of iPhones
  test      运行全部检查和测试                  run every check and test
  relock    重新计算组件的锁定文件              work out the dependency locks again
  audit     查组件有没有已知的漏洞              ask for known vulnerabilities
  hook      每次用 git 提交之前先检查            check before every git commit
  desk      双击三个 .bat 文件时用的             what the three .bat files call
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
    if verb not in (*HANDED_ON, *OWN):
        say("unknown-verb", verb=verb)
        sys.stderr.write(HELP)
        return WRONG_USE
    warn_if_untried(sys.version_info[:2])
    if verb in OWN:
        return OWN[verb](ROOT, rest)
    environment = for_running(ROOT)
    ensure(environment)
    # Paths that the user types are meant from where the user stands.
    env = surroundings(os.environ, SHOWCASE_CALLED_FROM=str(Path.cwd()))
    return become([environment.python, "-m", "showcase", verb, *rest], root=ROOT, env=env)
