"""FTP hosts on the loopback: as aioftp has them, as IIS and Unix behave, and such as break down at a command."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import aioftp
from aioftp.common import Connection
from aioftp.server import ConnectionConditions

CERTIFICATE = Path(__file__).with_name("host.pem")
USER, PASSWORD = "yunqiao", "a password"


@dataclass
class Temper:
    """How a host behaves.

    `renames_over` as Unix does, or not, as IIS. `lists_for_programs` knows MLSD, `measures` knows SIZE.
    `encrypts` answers AUTH TLS, and takes data lines no other way.
    The command number `drop` after login, counted from 1, is answered by silence and a cut line; the file
    number `short` arrives by half and is called whole; the file number `full` finds no room.
    """

    renames_over: bool = True
    lists_for_programs: bool = True
    measures: bool = True
    drop: int = 0
    short: int = 0
    full: int = 0
    encrypts: bool = False
    commands: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    files: int = 0


class Server(aioftp.Server):
    """A host of that temper."""

    def __init__(self, root: Path, temper: Temper) -> None:
        self.temper = temper
        user = aioftp.User(USER, PASSWORD, base_path=root)
        super().__init__([user], wait_future_timeout=10)
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.load_cert_chain(CERTIFICATE)
        self.commands_mapping["size"] = self.size
        self.commands_mapping["auth"] = self.auth
        if not temper.measures:
            del self.commands_mapping["size"]
        if not temper.lists_for_programs:
            del self.commands_mapping["mlsd"]

    async def parse_command(
        self, stream: aioftp.StreamIO, censor_commands: tuple[str, ...] = ("pass",)
    ) -> tuple[str, str]:
        """The next command, or the end of the line."""
        command, rest = await super().parse_command(stream, censor_commands)  # type: ignore[arg-type]
        self.temper.heard.append(command)
        if command not in ("user", "pass"):
            self.temper.commands.append(f"{command} {rest}")
        if self.temper.drop and len(self.temper.commands) >= self.temper.drop:
            raise ConnectionResetError
        return command, rest

    @ConnectionConditions(ConnectionConditions.login_required)  # type: ignore[arg-type]
    async def size(self, connection: Connection, rest: str | PurePosixPath) -> bool:
        """RFC 3659, section 4."""
        real, _ = self.get_paths(connection, rest)
        if await connection.path_io.is_file(real):
            connection.response("213", str((await connection.path_io.stat(real)).st_size))
        else:
            connection.response("550", "no such file")
        return True

    async def auth(self, connection: Connection, rest: str | PurePosixPath) -> bool:
        """RFC 4217, section 4: from here on the line is encrypted."""
        if not self.temper.encrypts:
            connection.response("502", "not here")
            return True
        writer = connection.command_connection.writer
        # what the other side says next is no command but its half of the handshake
        writer.transport.pause_reading()
        writer.write(b"234 go on\r\n")
        await writer.start_tls(self.context)
        return True

    async def rnto(self, connection: Connection, rest: str | PurePosixPath) -> bool:
        """As Unix renames, where it does."""
        real, _ = self.get_paths(connection, rest)
        if not self.temper.renames_over:
            return bool(await super().rnto(connection, rest))
        connection.rename_from.replace(real)
        del connection.rename_from
        connection.response("250", "")
        return True

    async def stor(
        self, connection: Connection, rest: str | PurePosixPath, mode: str = "wb"
    ) -> bool:
        """A file; or half of it, or none."""
        self.temper.files += 1
        if self.temper.files == self.temper.full:
            connection.response("452", "no room")
            return True
        if self.temper.files == self.temper.short:
            real, _ = self.get_paths(connection, rest)
            connection.extra_workers.add(asyncio.create_task(self._half(connection, real)))
            connection.response("150", "go on")
            return True
        return bool(await super().stor(connection, rest, mode))

    async def _half(self, connection: Connection, real: Path) -> bool:
        stream = await connection.future.data_connection
        del connection.data_connection
        content = b""
        async with stream:
            async for block in stream.iter_by_block():
                content += block
        real.write_bytes(content[: len(content) // 2])
        connection.response("226", "done")
        return True


@contextmanager
def serving(root: Path, temper: Temper) -> Iterator[int]:
    """Such a host for as long as the test lasts; yields its port."""
    loop = asyncio.new_event_loop()
    started: dict[str, Any] = {}
    ready = threading.Event()

    async def run() -> None:
        server = Server(root, temper)
        await server.start("127.0.0.1", 0)
        # the command line begins in the clear, data lines do not
        server.ssl = server.context if temper.encrypts else None
        started["port"], started["stop"] = server.address[1], asyncio.Event()
        ready.set()
        await started["stop"].wait()
        await server.close()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),), daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        yield int(started["port"])
    finally:
        loop.call_soon_threadsafe(started["stop"].set)
        thread.join(20)
        loop.close()
