"""Makes DEPENDENCIES.md: every package in the locks, with its version, licence and reason, in tables.

    .venv-test/bin/python scripts/dependencies.py

Run it in the environment of the tests, after `relock`: licences are read from the packages that are installed
there. Standard library only.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = "DEPENDENCIES.md"
RUNNING, TESTING = "requirements.lock", "requirements-test.lock"
TOOLS = {
    "relock.lock": "works out the locks, in `relock`",
    "audit.lock": "asks for known vulnerabilities, in `audit`",
}
SYSTEM = {
    "python3": "the interpreter",
    "python3-venv": "makes environments",
    "chromium": "browser tests",
    "fontconfig": "finds fonts",
    "fonts-noto-cjk": "Chinese text in screenshots and PDF",
    "git": "hooks and CI templates, exercised in repositories of their own",
    "libreoffice-calc-nogui": "an independent reader and writer of workbooks, in tests",
    "libimage-exiftool-perl": "an independent reader of photographs' metadata, in tests",
    "nginx-light": "the web server of the sample configurations, in tests",
    "strace": "follows and breaks the calls of a build to the system, in tests",
}
"""What each Debian package is for that CI installs."""
SPELLINGS = {
    "apache license": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "bsd license": "BSD",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
}
"""Older packages' words for a licence, as SPDX has them. `BSD`: which of the three, the metadata does not tell."""
_ROW = re.compile(
    r"^\| `(?P<name>[^`]+)` \| (?P<version>\S+) \| (?P<licence>[^|]+) \|", re.MULTILINE
)
_ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?P<rest>.*?)(?=^[\w.-]+==|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Package:
    """An entry of a lock: who asks for it, by name, the project itself aside."""

    name: str
    version: str
    asked_by: tuple[str, ...]


def packages(lock: str) -> tuple[Package, ...]:
    """The entries of a lock, in its order."""
    found = []
    for entry in _ENTRY.finditer(lock):
        comments = re.findall(
            r"^    #(?: via)? +(\S.*)$", entry["rest"].replace("# via\n", "#\n"), re.MULTILINE
        )
        asked_by = tuple(one.strip() for one in comments if not one.startswith(("showcase", "-c ")))
        found.append(Package(entry["name"], entry["version"], asked_by))
    return tuple(found)


def reasons(pyproject: str, part: str) -> Mapping[str, str]:
    """Why the project itself asks for the packages of a list: the comments beside their lines."""
    _, _, listed = pyproject.partition(f"\n{part} = [\n")
    lines = re.findall(r'^  "([\w.-]+)==[^"]+",  # (.+)$', listed.partition("\n]")[0], re.MULTILINE)
    return {_alike(name): reason for name, reason in lines}


def licence(package: Package, table: str) -> str:
    """What the installed package says of its licence; of one that is not installed in this very version, what
    the last table said of that version. Raises LookupError where neither knows."""
    try:
        found = metadata(package.name)
    except PackageNotFoundError:
        found = None
    if found is None or found["Version"] != package.version:
        known = {
            (row["name"], row["version"]): row["licence"].strip() for row in _ROW.finditer(table)
        }
        if said := known.get((package.name, package.version)):
            return said
        raise LookupError(f"{package.name}=={package.version} is not installed here")
    if expression := found.get_all("License-Expression", []):
        return str(expression[0])
    words = [
        line.rpartition(" :: ")[2]
        for line in found.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    # some put the whole text there: its first line is the name
    first = "".join(found.get_all("License", [])[:1]).strip().partition("\n")[0].strip()
    if first and first != "UNKNOWN":
        words.insert(0, first)
    said = list(dict.fromkeys(SPELLINGS.get(word.lower(), word) for word in words))
    if len(said) > 1:
        # a general word beside an exact one says nothing more
        said = [one for one in said if not any(other.startswith(f"{one}-") for other in said)]
    if not said:
        raise LookupError(f"{package.name}=={package.version} does not say its licence")
    return " AND ".join(sorted(said))


def made(root: Path) -> str:
    """The whole document. Raises LookupError where a licence is not known."""
    pyproject = (root / "pyproject.toml").read_text(encoding="utf-8")
    extras = tomllib.loads(pyproject)["project"]["optional-dependencies"]
    target = root / TABLE
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    running = packages((root / RUNNING).read_text(encoding="utf-8"))
    names = {one.name for one in running}
    heic = {_alike(one.partition("==")[0]) for one in extras["heic"]}
    others = [
        one
        for one in packages((root / TESTING).read_text(encoding="utf-8"))
        if one.name not in names
    ]
    testing = [one for one in others if one.name not in heic]
    extra = [one for one in others if one.name in heic]
    parts = [
        "# Dependencies",
        "Made by `scripts/dependencies.py` from the locks, pyproject.toml and the packages' own metadata; a test makes"
        " it again and compares.\nEvery package is pinned to one version and its hashes. Licences are SPDX expressions;"
        " `BSD` stands where a package does not say which.",
        f"## To run: {len(running)} packages",
        *_table(running, reasons(pyproject, "dependencies"), before),
        "## The extra `heic`, which nobody has to take",
        *_table(extra, reasons(pyproject, "heic"), before),
        f"## To test: {len(testing)} packages more",
        *_table(testing, reasons(pyproject, "test"), before),
        "## Tools, each in an environment of its own for as long as it runs",
        "\n".join(["| lock | packages | for |", "|---|---|---|", *_tools(root)]),
        "## What CI installs from Debian, where it is missing",
        "\n".join(["| package | for |", "|---|---|", *_system(root)]),
    ]
    return "\n\n".join(parts) + "\n"


def _table(
    several: tuple[Package, ...] | list[Package], why: Mapping[str, str], before: str
) -> Iterator[str]:
    rows = ["| package | version | licence | why |", "|---|---|---|---|"]
    for one in several:
        needed = f"needed by {', '.join(one.asked_by)}" if one.asked_by else ""
        reason = why.get(_alike(one.name)) or needed
        rows.append(f"| `{one.name}` | {one.version} | {licence(one, before)} | {reason} |")
    yield "\n".join(rows)


def _tools(root: Path) -> Iterator[str]:
    for name, purpose in TOOLS.items():
        lock = (root / "scripts" / "launcher" / name).read_text(encoding="utf-8")
        yield f"| `scripts/launcher/{name}` | {len(packages(lock))} | {purpose} |"


def _system(root: Path) -> Iterator[str]:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    for name in sorted(
        {one for group in re.findall(r"needed\+=\(([^)]*)\)", script) for one in group.split()}
    ):
        if name not in SYSTEM:
            raise LookupError(
                f"say in scripts/dependencies.py what the Debian package {name} is for"
            )
        yield f"| `{name}` | {SYSTEM[name]} |"


def _alike(name: str) -> str:
    """A package's name as all spellings of it have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    try:
        document = made(ROOT)
    except LookupError as lacking:
        sys.exit(f"{lacking.args[0]}; nothing was written.")
    (ROOT / TABLE).write_text(document, encoding="utf-8", newline="\n")
    print(f"{TABLE}: {document.count('| `')} rows")
