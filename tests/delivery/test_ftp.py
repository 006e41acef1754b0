"""The same over FTP: against hosts that rename over files and that do not, that know the newer commands and
that do not, and that fall silent in the middle."""

from __future__ import annotations

import dataclasses
import errno
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from showcase.delivery import address, ftp_login, record
from showcase.delivery.address import AddressError, FtpAddress
from showcase.delivery.delivery import Prospect, deliver, prospect
from showcase.delivery.ftp import FtpHost
from showcase.delivery.host import LOCK, PART, DeliveryError
from showcase.release import FILE
from tests.delivery.ftp_server import CERTIFICATE, PASSWORD, USER, Temper, serving
from tests.delivery.samples import FOREIGN, built, everything, lay, loaded, site, standing
from tests.delivery.test_interruption import unlike, wrong

A = site("yunqiao", "xugou")
B = site("yunqiao", "xinqiao", style="body{color:red}", words=" new")

UNIX = Temper()
IIS = Temper(renames_over=False, lists_for_programs=False)
POOR = Temper(renames_over=False, measures=False)
STRIDE = 10
"""One in so many commands; `tests.delivery.run` cuts at each."""
HOSTS = pytest.mark.parametrize("kind", [UNIX, IIS, POOR], ids=["unix", "iis", "poor"])


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """The folder that the host serves, below the one that its user lands in."""
    return lay(tmp_path / "host" / "www", FOREIGN)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """Both sites, built."""
    above = tmp_path_factory.mktemp("sites")
    yield built(above / "a", A), built(above / "b", B)


def send(folder: Path, live: Path, kind: Temper) -> tuple[Prospect, FtpHost]:
    """One delivery, to a host of its own."""
    with serving(live.parent, kind) as port:
        at = FtpAddress(USER, "127.0.0.1", port, live.name, encrypted=False)
        with ftp_login.logged_in(at, PASSWORD, live.parent.parent / "token") as host:
            load = loaded(folder)
            with host.locked():
                due = prospect(load, host)
                deliver(due, load, host)
            return due, host


def like(kind: Temper, **changes: int) -> Temper:
    return dataclasses.replace(kind, commands=[], heard=[], files=0, **cast("Any", changes))


@HOSTS
def test_one_site_after_another(folders: tuple[Path, Path], live: Path, kind: Temper) -> None:
    due, _ = send(folders[0], live, like(kind))
    assert due.strange
    assert standing(live) == FOREIGN | A
    _, host = send(folders[1], live, like(kind))
    assert unlike(live, B) == {}
    assert not (live / "bases" / "xugou").exists()
    assert (host.gaps > 0) is (not kind.renames_over)
    due, _ = send(folders[1], live, like(kind))
    assert due.nothing
    assert not (live / LOCK).exists()


@HOSTS
def test_the_line_is_cut_at_one_command_after_another(
    folders: tuple[Path, Path], live: Path, kind: Temper, tmp_path: Path
) -> None:
    """On a host that renames over nothing, the page that was being replaced may be missing, never torn."""
    send(folders[0], live, like(kind))
    start = everything(live)
    counted = like(kind)
    send(folders[1], live, counted)
    released = next(at for at, one in enumerate(counted.commands) if one.startswith("rmd") and LOCK in one)  # fmt: skip
    for at in range(1, len(counted.commands) + 1, STRIDE):
        again = lay(tmp_path / f"host{at}" / "www", start)
        try:
            send(folders[1], again, like(kind, drop=at))
        except DeliveryError as fault:
            assert fault.code in ("lost", "unreachable")
        else:
            assert at > released, "only the lock was left to be taken away"
        if kind.renames_over:
            assert wrong(again, (A, B)) == []
        else:
            assert [one for one in wrong(again, (A, B)) if "_showcase.old" not in one] == []
        send(folders[1], again, like(kind))
        assert unlike(again, B) == {}, at
        assert not (again / LOCK).exists()
        assert not list(again.rglob(PART))


@HOSTS
def test_half_a_file_never_takes_the_place_of_a_whole_one(
    folders: tuple[Path, Path], live: Path, kind: Temper
) -> None:
    send(folders[0], live, like(kind))
    with pytest.raises(DeliveryError) as fault:
        send(folders[1], live, like(kind, short=5))
    assert fault.value.code == "cut-short"
    assert wrong(live, (A, B)) == []
    send(folders[1], live, like(kind))
    assert unlike(live, B) == {}


def test_an_encrypted_host_that_shows_a_certificate_we_know(
    folders: tuple[Path, Path], live: Path
) -> None:
    known = ssl.create_default_context(cafile=CERTIFICATE)
    temper = like(dataclasses.replace(UNIX, encrypts=True))
    with serving(live.parent, temper) as port:
        at = FtpAddress(USER, "127.0.0.1", port, live.name, encrypted=True)
        for files, folder in ((A, folders[0]), (B, folders[1])):
            with ftp_login.logged_in(at, PASSWORD, live.parent.parent / "token", known) as host:
                load = loaded(folder)
                with host.locked():
                    deliver(prospect(load, host), load, host)
            assert unlike(live, files) == {}
    # RFC 4217, section 8: without it, hosts expect data in the clear
    assert temper.heard[:5] == ["auth", "user", "pass", "pbsz", "prot"]
    assert "prot P" in temper.commands


@pytest.mark.parametrize(("encrypts", "code"), [(True, "certificate"), (False, "login")])
def test_a_password_is_sent_to_no_host_that_is_not_known_or_not_encrypted(
    live: Path, encrypts: bool, code: str
) -> None:
    temper = like(dataclasses.replace(UNIX, encrypts=encrypts))
    with serving(live.parent, temper) as port:
        at = FtpAddress(USER, "127.0.0.1", port, "", encrypted=True)
        with pytest.raises(DeliveryError) as fault, ftp_login.logged_in(at, PASSWORD, live / "t"):
            pass
    assert fault.value.code == code
    assert temper.heard[0] == "auth"
    assert not {"user", "pass"} & set(temper.heard)


def test_a_host_without_room_is_told_and_keeps_what_it_had(
    folders: tuple[Path, Path], live: Path
) -> None:
    send(folders[0], live, like(UNIX))
    with pytest.raises(DeliveryError) as fault:
        send(folders[1], live, like(UNIX, full=4))
    assert fault.value.code == "full"
    assert wrong(live, (A, B)) == []


def test_the_lock_of_somebody_else_is_respected_and_never_taken_over(
    folders: tuple[Path, Path], live: Path
) -> None:
    (live / LOCK / "0123456789abcdef").mkdir(parents=True)
    (live.parent.parent / "token").write_text("fedcba9876543210", "utf-8")
    with pytest.raises(DeliveryError) as fault:
        send(folders[0], live, like(UNIX))
    assert fault.value.code == "locked"
    assert standing(live) == FOREIGN
    assert (live / LOCK / "0123456789abcdef").is_dir()


def test_two_machines_at_once_are_kept_apart(live: Path, tmp_path: Path) -> None:
    with serving(live.parent, like(UNIX)) as port:
        at = FtpAddress(USER, "127.0.0.1", port, live.name, encrypted=False)
        with (
            ftp_login.logged_in(at, PASSWORD, tmp_path / "one") as one,
            ftp_login.logged_in(at, PASSWORD, tmp_path / "other") as other,
        ):
            with one.locked():
                with pytest.raises(DeliveryError) as fault, other.locked():
                    pass
                assert fault.value.code == "locked"
                assert len(list((live / LOCK).iterdir())) == 1
            with other.locked():
                pass
            with pytest.raises(DeliveryError) as fault, one.locked(), one.locked():
                pass
            assert fault.value.code == "busy"
    assert not (live / LOCK).exists()


def test_a_lock_that_is_nobodys_keeps_nobody_out(folders: tuple[Path, Path], live: Path) -> None:
    """The line was cut before the mark was laid down, or between taking it away and taking the folder away."""
    (live / LOCK).mkdir()
    send(folders[0], live, like(UNIX))
    assert standing(live) == FOREIGN | A
    assert not (live / LOCK).exists()


def test_only_what_changed_goes_over_the_line(folders: tuple[Path, Path], live: Path) -> None:
    send(folders[0], live, like(UNIX))
    again = like(UNIX)
    send(folders[0], live, again)
    assert again.files == 0


def test_a_wrong_password_is_told_without_it(live: Path) -> None:
    with serving(live.parent, like(UNIX)) as port:
        at = FtpAddress(USER, "127.0.0.1", port, "www", encrypted=False)
        with pytest.raises(DeliveryError) as fault, ftp_login.logged_in(at, "wrong", live / "t"):
            pass
    assert fault.value.code == "login"
    assert "wrong" not in str(fault.value)


def test_a_folder_that_is_not_there_is_not_made(live: Path) -> None:
    with serving(live.parent, like(UNIX)) as port:
        at = FtpAddress(USER, "127.0.0.1", port, "wwww", encrypted=False)
        with pytest.raises(DeliveryError) as fault, ftp_login.logged_in(at, PASSWORD, live / "t"):
            pass
    assert (fault.value.code, fault.value.path) == ("no-folder", "wwww")
    assert not (live.parent / "wwww").exists()


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = FtpAddress(USER, "127.0.0.1", free.getsockname()[1], "", encrypted=False)
        with pytest.raises(DeliveryError) as fault, ftp_login.logged_in(at, "", Path("t")):
            pass
    assert (fault.value.code, fault.value.detail) == ("unreachable", str(errno.ECONNREFUSED))


def test_an_address_is_read() -> None:
    read = address.parse("ftps://yunqiao@ftp.example.org:2121/www/%E4%B8%93%E9%A2%98/")
    assert read == FtpAddress("yunqiao", "ftp.example.org", 2121, "www/专题", encrypted=True)
    assert str(read) == "ftps://yunqiao@ftp.example.org:2121/www/专题"
    assert address.parse("FTP://a@b").path == ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ftp://yunqiao:secret@host/www", "password"),
        ("ftp://yunqiao:@host/www", "password"),
        ("ftp://host/www", "address"),
        ("ftp:/yunqiao@host", "address"),
        ("ftp://a@host:99999/", "address"),
        ("ftp://a@host/../etc", "address"),
        ("ftp://a@host/www%0d%0aDELE%20x", "address"),
        ("ftp://a@host/?x", "address"),
    ],
)
def test_an_address_that_is_none_is_told(typed: str, code: str) -> None:
    assert address.is_ftp(typed)
    with pytest.raises(AddressError, match=f"^{code}$"):
        address.parse(typed)


@pytest.mark.parametrize(
    "typed", ["/srv/www", "C:\\inetpub\\wwwroot", "ftp", "\\\\server\\www", "ftpx/a"]
)
def test_a_folder_is_no_address(typed: str) -> None:
    assert not address.is_ftp(typed)


def test_marks_of_a_delivery_are_no_secret(folders: tuple[Path, Path], live: Path) -> None:
    send(folders[0], live, like(UNIX))
    said = b"".join(content for _, content in sorted(everything(live.parent.parent).items()))
    assert PASSWORD.encode() not in said
    assert {record.NAME, FILE} <= everything(live).keys()
