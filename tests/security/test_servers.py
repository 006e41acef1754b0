"""The lines for nginx and IIS state the policy of the pages, and nginx takes them."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from showcase.policy import HEADER, REFERRER
from tests.templates.samples import ASSETS

SERVER = Path(__file__).resolve().parents[2] / "server"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def test_nginx_is_told_the_policy_wherever_it_is_told_headers() -> None:
    text = (SERVER / "nginx.conf").read_text("utf-8")
    stated = re.findall(r'Content-Security-Policy "([^"]*)" always;', text)
    # the blocks that set a header of their own take none from outside
    assert stated == [HEADER] * (1 + text.count("location"))
    assert f'Referrer-Policy "{REFERRER}" always;' in text


def test_iis_is_told_the_policy() -> None:
    root = ET.parse(SERVER / "web.config").getroot()
    added = {one.attrib["name"]: one.attrib["value"] for one in root.iter("add")}
    assert added["Content-Security-Policy"] == HEADER
    assert added["Referrer-Policy"] == REFERRER
    kinds = {one.attrib["fileExtension"] for one in root.iter("mimeMap")}
    assert {f".{name.rpartition('.')[2]}" for name in ASSETS.names} - {".css"} <= kinds


@contextmanager
def running(folder: Path, site: Path) -> Iterator[str]:
    """nginx on a free port of the loopback with our lines, ended whatever happens."""
    assert NGINX is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        "events {}\n"
        f"http {{ access_log off; include /etc/nginx/mime.types;\n"
        f"  server {{ listen {where}; root {site}; include {SERVER}/nginx.conf; }} }}\n",
        "utf-8",
    )
    process = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            with suppress(URLError), urlopen(f"http://{where}/", timeout=5):
                break
            time.sleep(0.05)
        yield f"http://{where}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.mark.skipif(NGINX is None, reason="no nginx on this machine")
def test_nginx_sends_the_policy_with_everything(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name, content in ASSETS.files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    for name in ("index.html", "404.html"):
        (site / name).write_text("<!doctype html><title>甲</title>", "utf-8")
    tmp_path.chmod(0o755)
    style, face = ASSETS.path("shell.css"), ASSETS.path("fonts/showcase-serif.woff2")
    with running(tmp_path, site) as address:
        for path in ("", style, face, "no/such/page/"):
            try:
                answer = urlopen(f"{address}/{path}", timeout=20)
            except HTTPError as refused:
                answer = refused
            with answer:
                assert answer.headers["Content-Security-Policy"] == HEADER, path
                kept = answer.headers["Cache-Control"] or ""
                assert ("immutable" in kept) == (path in (style, face)), path
