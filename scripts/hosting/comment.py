"""Puts what `check --format comment` wrote into the merge request: one comment, made new or brought up to date.

    python3 scripts/hosting/comment.py FILE CODE

CODE is how the check ended; where it ended well, a comment is only brought up to date, none is begun.
For the forges that show nothing beside the lines: Gitea and Forgejo, Gitee; GitLab and GitHub work, too. The
templates beside this file, in `ci/`, call it. It never makes a job fail: whatever happens here, the log
of the job has everything, and says in one line what became of the comment.

Sources of the addresses: GitHub's REST API, "Issue comments", which Gitea's API v1 follows; GitLab's REST API,
"Notes"; Gitee's API v5, `pulls/{number}/comments`. The token comes from the environment alone, goes to the
forge alone (no redirect is followed) and is never printed.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote, urlsplit, urlunsplit

MARK = "<!-- showcase-check -->"
"""How a comment of ours begins, as `showcase.reports.comment` has it."""
TOKEN = "SHOWCASE_COMMENT_TOKEN"
PATIENCE = 15
"""Seconds for one answer of the forge."""
DEADLINE = 60
"""Seconds for everything."""
PAGES = 10
PER_PAGE = 50
LARGEST = 5_000_000
"""Bytes of one answer."""
WRONG_USE = 2


class Trouble(Exception):
    """Why there is no comment: a sentence for the log."""


@dataclass(frozen=True)
class Forge:
    """Where the comments of one merge request are, and how this forge wants to be asked.

    `all` lists them and takes a new one; `one` with an identity behind it is one of them.
    """

    all: str
    one: str
    change: str
    header: str
    before_token: str = ""


def forge_of(environ: Mapping[str, str], origin: str) -> Forge:
    """The forge that this job runs on. Raises Trouble where that cannot be told, or there is no merge request."""
    if number := environ.get("CI_MERGE_REQUEST_IID"):
        project = environ.get("CI_MERGE_REQUEST_PROJECT_ID") or environ.get("CI_PROJECT_ID", "")
        notes = f"{_server(environ.get('CI_API_V4_URL', ''))}/projects/{quote(project, safe='')}"
        notes += f"/merge_requests/{_number(number)}/notes"
        return Forge(notes, f"{notes}/", "PUT", "PRIVATE-TOKEN")
    if number := environ.get("GITEE_PULL_ID"):
        server, path = _origin(origin)
        pulls = f"{server}/api/v5/repos/{path}/pulls"
        return Forge(
            f"{pulls}/{_number(number)}/comments",
            f"{pulls}/comments/", "PATCH", "Authorization", "Bearer ",
        )  # fmt: skip
    if found := re.fullmatch(r"refs/pull/([0-9]+)/\w+", environ.get("GITHUB_REF", "")):
        issues = f"{_server(environ.get('GITHUB_API_URL', ''))}/repos"
        issues += f"/{_repository(environ.get('GITHUB_REPOSITORY', ''))}/issues"
        return Forge(
            f"{issues}/{found[1]}/comments",
            f"{issues}/comments/", "PATCH", "Authorization", "token ",
        )  # fmt: skip
    raise Trouble("这次不是合并请求 / no merge request")


def _number(text: str) -> str:
    if not re.fullmatch("[0-9]{1,12}", text):
        raise Trouble("合并请求的编号不是数字 / the number of the merge request is none")
    return text


def _repository(text: str) -> str:
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", text) or ".." in text:
        raise Trouble("不知道仓库的名字 / no name of a repository")
    return quote(text)


def _server(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Trouble("不知道代码平台的地址 / no address of the forge")
    return urlunsplit((parts.scheme, f"{parts.hostname}{port}", parts.path.rstrip("/"), "", ""))


def _origin(address: str) -> tuple[str, str]:
    """The server and the path of a repository, from what `git remote get-url origin` says."""
    if found := re.fullmatch(r"[\w.-]+@(?P<host>[\w.-]+):(?P<path>.+)", address):
        address = urlunsplit(("https", found["host"], found["path"], "", ""))
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    path = parts.path.strip("/").removesuffix(".git")
    return _server(urlunsplit((parts.scheme, parts.netloc, "", "", ""))), _repository(path)


class _NoWayOn(urllib.request.HTTPRedirectHandler):
    """The token is for the forge that the job belongs to: wherever else it is sent, it does not go."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Comments:
    """The comments of one merge request."""

    def __init__(self, forge: Forge, token: str) -> None:
        self.forge = forge
        self._token = token
        self._until = time.monotonic() + DEADLINE
        self._opener = urllib.request.build_opener(_NoWayOn)

    def put(self, text: str, *, begin: bool) -> str:
        """Bring ours up to date, or begin one; says which. Raises Trouble."""
        ours = self._ours()
        if ours is not None:
            try:
                self._ask(f"{self.forge.one}{ours}", self.forge.change, {"body": text})
            except Trouble:
                # not ours after all, or gone meanwhile
                if not begin:
                    raise
            else:
                return "评论已更新 / comment brought up to date"
        if not begin:
            return "没有要说的 / nothing to say"
        self._ask(self.forge.all, "POST", {"body": text})
        return "评论已写好 / comment made"

    def _ours(self) -> int | None:
        """The last comment that begins as ours do."""
        found = None
        for page in range(1, PAGES + 1):
            sizes = f"per_page={PER_PAGE}&limit={PER_PAGE}"
            listed = self._ask(f"{self.forge.all}?{sizes}&page={page}", "GET")
            several = listed if isinstance(listed, list) else []
            for one in several:
                if isinstance(one, dict) and str(one.get("body", "")).lstrip().startswith(MARK):
                    found = one["id"] if isinstance(one.get("id"), int) else found
            if len(several) < PER_PAGE:
                break
        return found

    def _ask(self, address: str, method: str, body: object = None) -> Any:
        left = self._until - time.monotonic()
        if left <= 0:
            raise Trouble("代码平台太慢 / the forge is too slow")
        request = urllib.request.Request(
            address,
            None if body is None else json.dumps(body).encode(),
            {
                self.forge.header: f"{self.forge.before_token}{self._token}",
                "Accept": "application/json",
                "Content-Type": "application/json; charset=utf-8",
                "User-Agent": "showcase",
            },
            method=method,
        )
        try:
            with self._opener.open(request, timeout=min(PATIENCE, left)) as answer:
                content = answer.read(LARGEST)
            return json.loads(content or b"null")
        except urllib.error.HTTPError as refused:
            raise Trouble(
                f"代码平台回答 {refused.code} / the forge answered {refused.code}"
            ) from None
        except (OSError, http.client.HTTPException, ValueError, RecursionError) as fault:
            # by its kind alone: its words may hold what was sent
            kind = type(getattr(fault, "reason", fault)).__name__
            raise Trouble(f"代码平台没有好好回答（{kind}） / no sound answer") from None


def origin() -> str:
    """Where this clone came from; empty where git does not say."""
    try:
        asked = subprocess.run(
            ["git", "remote", "get-url", "origin"],
            capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()


def main(arguments: list[str], environ: Mapping[str, str]) -> int:
    """Carry it out; 0, whatever became of it, and 2 where it was called wrongly."""
    if len(arguments) != 2 or not re.fullmatch("[0-9]+", arguments[1]):
        print("用法 / usage: python3 scripts/hosting/comment.py FILE CODE", file=sys.stderr)
        return WRONG_USE
    file, code = arguments
    token = environ.get(TOKEN, "").strip()
    try:
        said = _carried_out(Path(file), environ, token, begin=code != "0")
    except Trouble as trouble:
        said = f"没有写评论：{trouble}。要改的地方都在上面 / everything is in the log above"
    print(said.replace(token, "***") if token else said)
    return 0


def _carried_out(file: Path, environ: Mapping[str, str], token: str, *, begin: bool) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        _stop("没有检查结果 / no result of a check")
    if not text.startswith(MARK):
        _stop("没有检查结果 / no result of a check")
    forge = forge_of(environ, origin() if environ.get("GITEE_PULL_ID") else "")
    if not token or not token.isprintable() or not token.isascii():
        _stop(f"没有令牌 {TOKEN} / no token {TOKEN}")
    return Comments(forge, token).put(text, begin=begin)


def _stop(reason: str) -> NoReturn:
    raise Trouble(reason)


if __name__ == "__main__":
    # a job's console may be anything
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:], os.environ))
