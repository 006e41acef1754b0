"""Commands run one after another in one process that notes what they open, write and ask the network for.

    python -m tests.confinement.recording LOG WORK

`WORK` is a JSON list of `[label, folder, [word, …]]`: in each folder `showcase word …` is run. `LOG` gets a line
for every event, `[label, event, path, writes]`, and one for each exit, `[label, "exit", code, false]`. The network
is refused.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

READING = {"os.listdir", "os.scandir"}
WRITING = {
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.utime", "shutil.move",
}  # fmt: skip
STARTING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn"}
_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Recorder:
    """Notes events under the label of the command that is running."""

    def __init__(self, log: Path) -> None:
        self.label = ""
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        """What Python calls before it does something."""
        if event == "open":
            self.note(event, given[0], writes=bool((given[2] or 0) & _CHANGING))
        elif event in READING:
            self.note(event, given[0] if given[0] is not None else ".", writes=False)
        elif event in WRITING:
            for path in given[: 2 if event in ("os.rename", "os.link") else 1]:
                self.note(event, self._whole(path, given[-1]), writes=True)
        elif event in STARTING:
            self.note(event, str(given[0]), writes=True)
        elif event.startswith("socket."):
            self.note(event, "", writes=True)
            raise PermissionError("no network here")

    def note(self, event: str, path: object, *, writes: bool) -> None:
        """Write an event down; a file that is open already has no path."""
        if isinstance(path, str | bytes | os.PathLike):
            name = (
                str(path) if event in STARTING else os.path.normpath(Path.cwd() / os.fsdecode(path))
            )
            line = json.dumps([self.label, event, name if path else "", writes])
            os.write(self.log, f"{line}\n".encode())

    def _whole(self, path: object, folder: object) -> object:
        # shutil names what it removes from within an open folder
        if isinstance(path, str) and isinstance(folder, int) and folder >= 0:
            return Path(f"/proc/self/fd/{folder}").readlink() / path
        return path


def main(log: Path, work: list[tuple[str, str, list[str]]]) -> None:
    """Run everything."""
    recorder = Recorder(log)
    sys.addaudithook(recorder)
    for label, folder, words in work:
        os.chdir(folder)
        recorder.label = label
        sys.argv = ["showcase", *words]
        code: object = 0
        try:
            runpy.run_module("showcase", run_name="__main__", alter_sys=True)
        except SystemExit as end:
            code = end.code
        recorder.label = ""
        os.write(recorder.log, f"{json.dumps([label, 'exit', code, False])}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8")))
