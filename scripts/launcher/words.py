"""Every sentence that the launcher can say, Chinese and English.

Read by every Python 3: nothing newer than Python 3.4 in this file.
"""

import sys

SENTENCES = {
    "old-python": (
        "这台电脑上的 Python 是 {found}，版本太旧：请安装 Python {oldest} 或更新的版本，再运行一次。",
        "This Python is {found}: please install Python {oldest} or newer, then run this again.",
    ),
    "untried-python": (
        "提示：还没有在 Python {found} 上试过（试过的是 {oldest} 到 {newest}），继续运行。",
        "Note: untried on Python {found} (tried: {oldest} to {newest}); going on.",
    ),
    "no-venv": (
        "这台电脑的 Python 缺少 venv 组件，请先运行：{command}",
        "This Python lacks its venv part; please run this first: {command}",
    ),
    "preparing": (
        "正在准备运行环境（{folder}，共 {count} 个组件，第一次需要一两分钟）……",
        "Preparing {folder} with {count} packages; the first time takes a minute or two.",
    ),
    "prepared": ("运行环境已就绪。", "Ready."),
    "waiting": (
        "另一个窗口正在准备运行环境，等它完成……",
        "Another window is preparing; waiting for it.",
    ),
    "waited-too-long": (
        "等了太久：另一个窗口一直在准备运行环境，请关掉那个窗口后再运行一次。",
        "Waited too long for another window that is preparing; close it and run this again.",
    ),
    "foreign-venv": (
        "文件夹 {folder} 不是本工具建立的，不敢动它：请把它改名或删除，再运行一次。",
        "The folder {folder} was not made by this tool; rename or delete it, then run this again.",
    ),
    "venv-failed": (
        "没能建立运行环境 {folder}，原因见上面几行。",
        "Could not make {folder}; the lines above say why.",
    ),
    "network": (
        "没能下载组件：连不上网，或者软件源打不开。请检查网络后再运行一次。",
        "Could not download packages: no network, or the package index did not answer.",
    ),
    "proxy": (
        "没能下载组件：代理服务器没有放行。请检查代理设置（HTTPS_PROXY）后再运行一次。",
        "Could not download packages: the proxy refused; check HTTPS_PROXY and run this again.",
    ),
    "certificate": (
        "没能下载组件：软件源的证书不受信任。请向网络管理员要证书，或检查电脑的日期。",
        "Could not download packages: the index's certificate is not trusted; check the date too.",
    ),
    "hash": (
        "下载到的组件与锁定文件 {lock} 的校验值不一致，已停止安装：请换一个软件源再试。",
        "A downloaded package does not match {lock}; stopped. Try another package index.",
    ),
    "no-package": (
        "软件源里没有锁定文件 {lock} 要的组件，或者它不支持这台电脑：请换一个软件源再试。",
        "The index lacks a package of {lock}, or it has none for this kind of machine.",
    ),
    "disk-full": ("磁盘满了：请腾出约 500 MB 空间后再运行一次。", "The disk is full; free 500 MB."),
    "install-failed": (
        "没能安装组件，原因见上面几行。",
        "Could not install the packages; the lines above say why.",
    ),
    "too-slow": (
        "超过 {minutes} 分钟还没有完成，已停止：{what}。请检查网络后再运行一次。",
        "Stopped after {minutes} minutes: {what}.",
    ),
    "file-trouble": (
        "文件打不开或写不进去：{name}（{reason}）。",
        "A file could not be read or written: {name} ({reason}).",
    ),
    "unknown-verb": ("没有“{verb}”这个命令。", "There is no command {verb!r}."),
    "system-missing": (
        "缺少{chinese}，标记为 {marks} 的测试会跳过。要补上，请运行：{command}",
        "Missing: {english}; tests marked {marks} are skipped. To install, run: {command}",
    ),
    "system-required": (
        "缺少{chinese}，而这里要求一项测试都不能跳过。请先运行：{command}",
        "Missing: {english}, and no test may be skipped here. First run: {command}",
    ),
    "checking": ("正在检查：{name}", "Running: {name}"),
    "check-failed": ("没有通过：{names}", "Failed: {names}"),
    "relocking": (
        "正在重新计算锁定文件（需要联网）……",
        "Working out the lock files again (needs the network).",
    ),
    "relock-failed": (
        "没能算出锁定文件，原因见上面几行；原来的锁定文件没有改动。",
        "Could not work out the locks; the lines above say why. The old locks are untouched.",
    ),
    "relocked": (
        "已写好 {locks}（{changed}）。请用 test 命令证明结果不变：它运行全部测试，"
        "其中 tests/test_lock.py 核对锁定文件，站点的 golden 测试核对生成的页面。",
        "Wrote {locks} ({changed}). Prove the result equal with the verb test: it runs everything; "
        "tests/test_lock.py checks the locks, the site's golden tests check the pages.",
    ),
}


def say(key: str, **values: object) -> None:
    """Prints one sentence to the error stream, Chinese first, whatever the console can show."""
    for sentence in SENTENCES[key]:
        line = sentence.format(**values)
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()
