"""How hosts list a folder, line by line as they are known to write them."""

from __future__ import annotations

import pytest

from showcase.delivery.ftp_listing import of_people, of_programs
from showcase.delivery.host import DeliveryError, Entry, Kind

FILE, FOLDER = Entry("index.html", Kind.FILE, 5123), Entry("bases", Kind.FOLDER)
PEOPLE = {
    # the FTP service of IIS, with both ways of writing the year
    "11-22-26  09:25PM                 5123 index.html": FILE,
    "11-22-2026  09:25PM                 5123 index.html": FILE,
    "11-22-26  09:25PM       <DIR>          bases": FOLDER,
    "11-22-26  09:25PM       <JUNCTION>     bases": Entry("bases", Kind.LINK),
    "11-22-26  09:25PM       <SYMLINKD>     bases": Entry("bases", Kind.LINK),
    "11-22-26  09:25PM                   12 关于 我们.html": Entry("关于 我们.html", Kind.FILE, 12),
    # vsftpd, ProFTPD, Pure-FTPd
    "-rw-r--r--    1 1000     1000         5123 Nov 22 21:25 index.html": FILE,
    "-rw-r--r--+   1 ftp      ftp          5123 Nov 22  2025 index.html": FILE,
    "drwxr-xr-x    2 1000     1000         4096 Nov 22 21:25 bases": FOLDER,
    "drwxr-sr-x.   2 1000     www-data     4096 Nov 22 21:25 bases": FOLDER,
    "lrwxrwxrwx    1 1000     1000            9 Nov 22 21:25 bases -> /etc/x": Entry("bases", Kind.LINK),
    "srwxr-xr-x    1 1000     1000            0 Nov 22 21:25 a": Entry("a", Kind.OTHER),
    "-rw-r--r--    1 1000     1000           12 Nov 22 21:25  a -> b": Entry(" a -> b", Kind.FILE, 12),
    "total 16": None,
    "drwxr-xr-x    2 1000     1000         4096 Nov 22 21:25 .": None,
    "drwxr-xr-x    2 1000     1000         4096 Nov 22 21:25 ..": None,
}  # fmt: skip
PROGRAMS = {
    "type=file;size=5123;modify=20261122212500; index.html": FILE,
    "Size=5123;Type=file;UNIX.mode=0644; index.html": FILE,
    "type=dir;sizd=4096; bases": FOLDER,
    "type=OS.unix=slink:/etc;size=9; bases": Entry("bases", Kind.LINK),
    "type=OS.unix=symlink; bases": Entry("bases", Kind.LINK),
    "type=OS.unix=chr; a": Entry("a", Kind.OTHER),
    "type=file;size=1;  a; b": Entry(" a; b", Kind.FILE, 1),
    "type=cdir; /www": None,
    "type=pdir; ..": None,
}


@pytest.mark.parametrize("line", PEOPLE)
def test_a_line_for_people(line: str) -> None:
    assert of_people(line) == PEOPLE[line]


@pytest.mark.parametrize("line", PROGRAMS)
def test_a_line_for_programs(line: str) -> None:
    assert of_programs(line) == PROGRAMS[line]


@pytest.mark.parametrize("line", ["", "index.html", "22.11.2026 21:25 5123 index.html"])
def test_a_line_that_nobody_knows_stops_everything(line: str) -> None:
    """Nothing is guessed: what is not seen could be overwritten."""
    for read in (of_people, of_programs):
        with pytest.raises(DeliveryError) as fault:
            read(line)
        assert (fault.value.code, fault.value.detail) == ("listing", line)
