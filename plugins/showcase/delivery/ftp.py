"""An FTP host. FTP has no lock and promises no atomic rename; what stands in for them is told where it is done."""

from __future__ import annotations

import ftplib
import io
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..switching.lock import BusyError, held
from ..whole_files import put
from .ftp_listing import of_people, of_programs
from .host import ASIDE, LOCK, PART, DeliveryError, Entry, Kind

_UNKNOWN = ("500", "502", "504")
"""The host does not know the command: RFC 959, section 4.2."""
_FULL = ("452", "552")
_GOING = "421"


@dataclass
class FtpHost:
    """A folder of an FTP host, logged in to. `top` is its absolute path there.

    `token` is a file of this machine that remembers the lock of a delivery that was cut off, so that the
    next one from here may take it over. `gaps` counts the files for which a reader could find nothing for a
    blink, because the host would not rename over the old one.
    """

    ftp: ftplib.FTP
    top: str
    token: Path
    gaps: int = 0
    _mlsd: bool = field(default=True, init=False)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A folder that holds a mark of whoever is at work: each lays down its own, and goes on if it is alone.

        Where the line was cut, the mark stays. The same machine knows it again, for no other process of it can
        hold the file `token`; anybody else is told, and has to delete it by hand.
        """
        try:
            with held(self.token.with_suffix(".lock")):
                mark = self._claimed()
                try:
                    yield
                finally:
                    # a line that is cut is told already
                    with suppress(DeliveryError):
                        self._release(mark)
                        self.token.unlink(missing_ok=True)
        except BusyError:
            raise DeliveryError("busy", LOCK) from None

    def _claimed(self) -> str:
        mark = self.token.read_text("utf-8") if self.token.is_file() else secrets.token_hex(8)
        # noted before it is laid down: the line may be cut in between
        put(self.token, mark.encode())
        if not self._quiet("MKD", LOCK) and self.entries(LOCK) is None:
            self._do("MKD", LOCK)
        self._quiet("MKD", f"{LOCK}/{mark}")
        # of two at once, whoever looks later sees the other's; it may be both, and neither goes on
        if (self.entries(LOCK) or {}).keys() != {mark}:
            self._release(mark)
            raise DeliveryError("locked", LOCK)
        return mark

    def _release(self, mark: str) -> None:
        self._quiet("RMD", f"{LOCK}/{mark}")
        self.drop_folder(LOCK)

    def entries(self, folder: str) -> Mapping[str, Entry] | None:
        """What a folder holds."""
        lines: list[str] = []
        with _told(folder):
            try:
                self.ftp.cwd(self._at(folder))
            except ftplib.error_perm:
                return None
            if self._mlsd:
                try:
                    self.ftp.retrlines("MLSD", lines.append)
                except ftplib.error_perm as fault:
                    if not str(fault).startswith(_UNKNOWN):
                        raise
                    self._mlsd = False
            if not self._mlsd:
                self.ftp.retrlines("LIST", lines.append)
        read = of_programs if self._mlsd else of_people
        return {entry.name: entry for line in lines if (entry := read(line))}

    def folds_case(self) -> bool:
        """Tried on whatever stands there already."""
        names = self.entries("") or {}
        for name, entry in sorted(names.items()):
            other = name.swapcase()
            if other == name or other in names or entry.kind not in (Kind.FILE, Kind.FOLDER):
                continue
            if entry.kind is Kind.FOLDER:
                return self._quiet("CWD", other)
            return self._size(other) is not None
        return False

    def read(self, path: str) -> bytes | None:
        """A file."""
        content = io.BytesIO()
        with _told(path):
            try:
                self.ftp.retrbinary(f"RETR {self._at(path)}", content.write)
            except ftplib.error_perm as fault:
                if str(fault).startswith("550"):
                    return None
                raise
        return content.getvalue()

    def make_folder(self, path: str) -> None:
        """A new folder."""
        self._do("MKD", path)

    def put(self, path: str, content: bytes) -> None:
        """Sent under another name, measured, then renamed over the old one.

        Measured, because a host takes a line that was cut for the end of the file.
        """
        folder = path.rpartition("/")[0]
        waiting = f"{folder}/{PART}" if folder else PART
        with _told(path):
            self.ftp.storbinary(f"STOR {self._at(waiting)}", io.BytesIO(content))
        if self._size(waiting) != len(content):
            raise DeliveryError("cut-short", path)
        if self._renamed(waiting, path):
            return
        # IIS renames over nothing: the old file steps aside first, and back if the new one cannot come
        aside = f"{folder}/{ASIDE}" if folder else ASIDE
        self._quiet("DELE", aside)
        if not self._renamed(path, aside):
            raise DeliveryError("refused", path)
        self.gaps += 1
        if not self._renamed(waiting, path):
            self._renamed(aside, path)
            raise DeliveryError("refused", path)
        self._quiet("DELE", aside)

    def delete(self, path: str) -> None:
        """Take a file away."""
        if not self._quiet("DELE", path) and self._size(path) is not None:
            raise DeliveryError("refused", path)

    def drop_folder(self, path: str) -> None:
        """Asked for only where the folder is seen to be empty: some hosts take away what is in it as well."""
        if self.entries(path) == {}:
            self._quiet("RMD", path)

    def _renamed(self, old: str, new: str) -> bool:
        with _told(new):
            try:
                self.ftp.rename(self._at(old), self._at(new))
            except ftplib.error_perm:
                return False
        return True

    def _size(self, path: str) -> int | None:
        """In bytes. A host that knows no SIZE is asked for a list."""
        with _told(path):
            try:
                self.ftp.voidcmd("TYPE I")
                return self.ftp.size(self._at(path))
            except ftplib.error_perm as fault:
                if not str(fault).startswith(_UNKNOWN):
                    return None
        folder, _, name = path.rpartition("/")
        found = (self.entries(folder) or {}).get(name)
        return found.size if found else None

    def _do(self, command: str, path: str) -> None:
        with _told(path):
            self.ftp.voidcmd(f"{command} {self._at(path)}")

    def _quiet(self, command: str, path: str) -> bool:
        """Whether the host did it; a line that is cut is an error all the same."""
        with _told(path):
            try:
                self.ftp.voidcmd(f"{command} {self._at(path)}")
            except ftplib.error_perm:
                return False
        return True

    def _at(self, path: str) -> str:
        return f"{self.top.rstrip('/')}/{path}" if path else self.top


@contextmanager
def _told(path: str) -> Iterator[None]:
    """What the library raises, as a delivery says it."""
    try:
        yield
    except ftplib.error_perm as fault:
        said = str(fault)
        raise DeliveryError("full" if said.startswith(_FULL) else "refused", path, said) from None
    except ftplib.error_temp as fault:
        said = str(fault)
        code = "lost" if said.startswith(_GOING) else "full" if said.startswith(_FULL) else "refused"  # fmt: skip
        raise DeliveryError(code, path, said) from None
    except ftplib.error_reply as fault:
        raise DeliveryError("refused", path, str(fault)) from None
    except (OSError, EOFError, ftplib.error_proto):
        raise DeliveryError("lost", path) from None
