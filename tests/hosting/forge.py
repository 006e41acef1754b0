"""A forge that only pretends, on loopback: it keeps comments as GitHub, Gitea, GitLab and Gitee keep them."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

ISSUES = r"/api/v1/repos/office/site/issues/(?:7/comments|comments/(?P<id>\d+))"
NOTES = r"/api/v4/projects/11/merge_requests/7/notes(?:/(?P<id>\d+))?"
PULLS = r"/api/v5/repos/office/site/pulls/(?:7/comments|comments/(?P<id>\d+))"


@dataclass(frozen=True)
class Kind:
    """One forge's way: where comments are, how one is changed, how a token is shown."""

    address: str
    change: str
    header: str
    token: str


KINDS = {
    "gitea": Kind(ISSUES, "PATCH", "Authorization", "token geheim"),
    "gitlab": Kind(NOTES, "PUT", "PRIVATE-TOKEN", "geheim"),
    "gitee": Kind(PULLS, "PATCH", "Authorization", "Bearer geheim"),
}


@dataclass
class Forge:
    """What the forge holds and what it was asked. `refuses` answers a method so, `elsewhere` sends it on."""

    kind: Kind
    comments: dict[int, str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    refuses: dict[str, int] = field(default_factory=dict)
    elsewhere: str = ""
    says: bytes | None = None
    port: int = 0

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def answer(self, method: str, address: str, headers: Any, body: bytes) -> tuple[int, bytes]:
        """The status and the content of an answer."""
        parts = urlsplit(address)
        self.asked.append((method, parts.path))
        found = re.fullmatch(self.kind.address, parts.path)
        if not found:
            return 404, b"{}"
        if headers.get(self.kind.header) != self.kind.token:
            return 401, b"{}"
        if method in self.refuses:
            return self.refuses[method], b"{}"
        if self.says is not None:
            return 200, self.says
        number = int(found["id"] or 0)
        if method == "GET" and not number:
            query = parse_qs(parts.query)
            size, page = int(query["per_page"][0]), int(query["page"][0])
            listed = [{"id": one, "body": text} for one, text in self.comments.items()]
            return 200, json.dumps(listed[size * (page - 1) : size * page]).encode()
        text = json.loads(body)["body"]
        if method == "POST" and not number:
            number = max(self.comments, default=100) + 1
        elif method != self.kind.change or number not in self.comments:
            return 404, b"{}"
        self.comments[number] = text
        return 201, json.dumps({"id": number, "body": text}).encode()


@contextmanager
def running(kind: str) -> Iterator[Forge]:
    """The forge while it listens."""
    forge = Forge(KINDS[kind])

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def _all(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if forge.elsewhere:
                self.send_response(307)
                self.send_header("Location", forge.elsewhere)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            status, content = forge.answer(self.command, self.path, self.headers, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_PUT = _all

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    forge.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
