"""The real nginx on the loopback, with the configuration that we hand out."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

HOSTING = Path(__file__).resolve().parents[2] / "scripts" / "hosting"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
TYPES = Path("/etc/nginx/mime.types")
marks = pytest.mark.nginx
_AROUND = """\
daemon off;
worker_processes 2;
pid {work}/pid;
error_log {work}/error.log warn;
events {{ worker_connections 256; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    sendfile on;
{site}
}}
"""


def alone(root: Path, port: int) -> str:
    """`nginx.conf`, with the three places changed that its head names."""
    return changed(
        (HOSTING / "nginx.conf").read_text("utf-8"),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("server_name example.org;", "server_name localhost;"),
        ("root /srv/showcase;", f'root "{opened(root)}";'),
    )


def within(root: Path, port: int, path: str = "/zhanshi/") -> str:
    """`nginx-folder.conf`, its two parts where its head says that they belong."""
    text = (
        (HOSTING / "nginx-folder.conf")
        .read_text("utf-8")
        .replace("/zhanshi/", path)
        .replace("/zhanshi {", f"{path.rstrip('/')} {{")
    )
    text = changed(text, ("alias /srv/showcase/;", f'alias "{opened(root)}/";'))
    before, mark, after = text.partition("# location：放进 server { }\n")
    assert mark
    return f"{before}server {{ listen 127.0.0.1:{port}; location = / {{ return 204; }}\n{after}}}\n"


def opened(root: Path) -> Path:
    """A folder of a test, opened to the workers of nginx, which give up the rights of who starts it."""
    for folder in (root, *root.parents):
        if folder.is_relative_to(tempfile.gettempdir()) and folder != Path(tempfile.gettempdir()):
            folder.chmod(folder.stat().st_mode | 0o055)
    return root


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """A configuration with each of these found once and replaced."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(work: Path, site: str, port: int) -> Iterator[str]:
    """nginx with that configuration; yields the address, without the last slash."""
    assert NGINX is not None, "there is no nginx"
    work.mkdir(parents=True, exist_ok=True)
    config = work / "nginx.conf"
    config.write_text(_AROUND.format(work=work, types=TYPES, site=site), "utf-8")
    checked = subprocess.run(
        [NGINX, "-t", "-q", "-p", work, "-c", config], capture_output=True, text=True, timeout=30, check=False
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen([NGINX, "-p", work, "-c", config], stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(f"{address}/", process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + 20
    while True:
        assert process.poll() is None, "nginx has ended by itself"
        try:
            with urlopen(url, timeout=5):
                return
        except URLError as fault:
            if hasattr(fault, "code"):
                return
            assert time.monotonic() < ends, "nginx does not answer"
            time.sleep(0.05)
