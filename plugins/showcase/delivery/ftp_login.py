"""Logging in to an FTP host, in the clear or encrypted."""

from __future__ import annotations

import ftplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .address import FtpAddress
from .ftp import FtpHost
from .host import DeliveryError

PATIENCE = 60.0
"""Seconds for any one answer of the host."""


class _Encrypted(ftplib.FTP_TLS):
    """FTP over TLS whose data lines go on with the session of the command line.

    vsftpd and others refuse data lines that do not (`require_ssl_reuse`), and the library does not.
    """

    def ntransfercmd(
        self, cmd: str, rest: int | str | None = None
    ) -> tuple[socket.socket, int | None]:
        """A data line."""
        line, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if not isinstance(self.sock, ssl.SSLSocket):
            return line, size
        return self.context.wrap_socket(
            line, server_hostname=self.host, session=self.sock.session
        ), size


@contextmanager
def logged_in(
    address: FtpAddress, password: str, token: Path, trusted: ssl.SSLContext | None = None
) -> Iterator[FtpHost]:
    """The host at an address, in the folder that it names; `token` as FtpHost has it.

    An encrypted host must show a certificate that `trusted` knows, or the system. Raises DeliveryError:
    `unreachable`, `certificate`, `login`, `no-folder`, or what the host itself may raise.
    """
    ftp: ftplib.FTP = (
        _Encrypted(context=trusted or ssl.create_default_context())
        if address.encrypted
        else ftplib.FTP()
    )
    try:
        yield FtpHost(ftp, _entered(ftp, address, password), token)
    finally:
        if ftp.sock is not None:
            with suppress(*ftplib.all_errors):
                ftp.quit()
        ftp.close()


def _entered(ftp: ftplib.FTP, address: FtpAddress, password: str) -> str:
    """Go to the folder of an address; its absolute path."""
    code = "unreachable"
    try:
        ftp.connect(address.host, address.port, timeout=PATIENCE)
        code = "login"
        ftp.login(address.user, password)
        if isinstance(ftp, ftplib.FTP_TLS):
            ftp.prot_p()
        with suppress(ftplib.error_perm):
            # IIS reads names as UTF-8 only where it is asked to
            ftp.voidcmd("OPTS UTF8 ON")
        code = "no-folder"
        if address.path:
            ftp.cwd(address.path)
        return ftp.pwd()
    except ssl.SSLCertVerificationError:
        raise DeliveryError("certificate") from None
    except ftplib.error_perm:
        raise DeliveryError(code, address.path) from None
    except ftplib.all_errors as fault:
        raise DeliveryError("unreachable", "", str(getattr(fault, "errno", "") or "")) from None
