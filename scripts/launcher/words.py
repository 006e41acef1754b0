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
    "auditing": (
        "正在查 {count} 个组件有没有已知的漏洞（需要联网）……",
        "Asking for known vulnerabilities of {count} packages (needs the network).",
    ),
    "audit-good": (
        "没有已知漏洞，{count} 个组件全部核查过。",
        "No known vulnerabilities; all {count} packages were looked up.",
    ),
    "audit-known": (
        "{count} 个组件有已知漏洞，列在上面：升级以后运行 relock 和 test。",
        "{count} packages have known vulnerabilities, listed above: upgrade, relock and test.",
    ),
    "audit-unseen": (
        "没有核查：{count} 个组件在漏洞库里查不到，不能说它们没有漏洞：{names}",
        "Not checked: nothing is known of {count} packages, good or bad: {names}",
    ),
    "audit-nothing": (
        "没有核查：查不到漏洞库，{count} 个组件一个也没有查，不能说没有漏洞。",
        "Not checked: the advisories could not be reached; nothing is known of the {count} packages.",
    ),
    "desk-usage": (
        "desk 后面写 preview（预览）、check（检查）或 publish（发布）。",
        "After desk: preview, check or publish.",
    ),
    "desk-dropped": (
        "“{name}”不用单独拖上来：每次都看 bases 文件夹里的全部内容。",
        "{name} is not looked at alone: all of bases is, every time.",
    ),
    "desk-mend": (
        "照上面的提示改好、保存，再双击一次。",
        "Mend what is told above, save, and double-click again.",
    ),
    "desk-stopped": (
        "没有做完，原因见上面。",
        "Not finished; the lines above say why.",
    ),
    "desk-open-already": (
        "预览已经开着，在浏览器里看：{address}。",
        "A preview is open already: {address}.",
    ),
    "desk-ask": (
        "上面是公开的网站会有的变化。现在发布吗？写“是”再回车就发布；直接回车不发布。",
        "This is what will change in public. Publish now? Type yes and Enter; Enter alone does not.",
    ),
    "desk-not-published": ("没有发布，什么也没有改。", "Not published; nothing was changed."),
    "desk-published": (
        "发布好了。新网站在这个文件夹里：{folder}。把里面的全部内容交给管网站的同事。",
        "Published. The new site is in {folder}: hand all of it to whoever keeps the web server.",
    ),
    "desk-commit": (
        "这个文件夹用 git 管着：再把 bases 和 content 的改动（包括 bases/_published.json）提交、推送上去。",
        "This folder is kept by git: commit and push the changes of bases and content, too.",
    ),
    "hook-usage": (
        "hook 后面可以什么都不写（安装），或者写 remove（卸掉）。",
        "After hook: nothing, to install it, or remove.",
    ),
    "hook-installed": (
        "装好了：以后每次提交之前，先检查要提交的内容（{path}）。卸掉用 hook remove。",
        "Installed as {path}: what is staged is checked before every commit. To undo: hook remove.",
    ),
    "hook-removed": ("卸掉了：提交之前不再检查。", "Removed: commits are no longer checked."),
    "hook-foreign": (
        "已经有别的提交检查了，没有动它：{path}。要换成这一个，先把它改名或删除。",
        "Another pre-commit hook is there and was left alone: {path}.",
    ),
    "hook-elsewhere": (
        "这个仓库的 git 设置了 core.hooksPath，提交检查放在别处，没有动。",
        "core.hooksPath is set for this repository; nothing was changed.",
    ),
    "hook-no-git": (
        "这里不是 git 仓库，或者 git 用不了。",
        "This is no git repository, or git does not work here.",
    ),
    "hook-not-top": (
        "项目要在 git 仓库的最上层，才能装提交检查（仓库在 {path}）。",
        "The project has to be at the top of its repository, which is {path}.",
    ),
    "hook-passed": ("要提交的内容检查过了，没有错误。", "What is staged has no errors."),
    "hook-stopped": (
        "提交停下了：照上面改好，用 git add 再暂存一次，然后提交。一定要先提交，就用 git commit --no-verify。",
        "Not committed: mend what is told above, stage it again, commit. To commit anyway: --no-verify.",
    ),
    "hook-unchecked": (
        "没有检查要提交的内容，原因见上面；提交照常继续。",
        "What is staged was not checked, see above; the commit goes on.",
    ),
    "heic-ready": (
        "可以读苹果手机的HEIC照片了，重装也还在。不想要了，运行：heic --off",
        "Photographs in HEIC can be read now, after reinstallations too. To undo: heic --off",
    ),
    "heic-off": ("不再读HEIC照片了。", "Photographs in HEIC are no longer read."),
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
