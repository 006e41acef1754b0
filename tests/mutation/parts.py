"""What is broken together: some modules, and the tests that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Part:
    """Modules by their patterns in the package; folders and files of tests; the tests, by how their ids begin,
    that take too long to be asked of every mutant."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()


PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "data": Part(
            modules=(
                "drafting/**/*.py",
                "reading/**/*.py",
                "rules/*.py",
                "privacy/*.py",
                "mending.py",
                "repairs.py",
                "undo.py",
                "model/dates.py",
                "model/date_forms.py",
                "model/date_faults.py",
                "model/quantity.py",
                "model/habits.py",
                "model/shape.py",
                "model/texts.py",
            ),
            tests=(
                "tests/reading",
                "tests/unit",
                "tests/test_cases.py",
                "tests/messages",
                "tests/corpus/test_corpus.py",
            ),
        ),
        "sanitising": Part(
            modules=("markdown_prose.py", "markup.py", "links.py", "policy.py", "assets.py"),
            tests=(
                "tests/unit/test_links.py",
                "tests/unit/test_markup.py",
                "tests/unit/test_policy.py",
                "tests/unit/test_prose.py",
                "tests/unit/test_assets.py",
                "tests/security/test_places.py",
            ),
        ),
        "images": Part(modules=("photographs/*.py",), tests=("tests/photographs",)),
        "publishing": Part(
            modules=(
                "switching/*.py",
                "release.py",
                "loss.py",
                "withdrawal.py",
                "delivery/*.py",
                "packaging/*.py",
            ),
            tests=(
                "tests/switching",
                "tests/delivery",
                "tests/publication/test_verbs.py",
                "tests/publication/test_withdrawal.py",
            ),
            without=(
                "tests/delivery/test_interruption.py::test_one_delivery_after_another",
                "tests/delivery/test_interruption.py::test_stopped_at_every_single_step[KeyboardInterrupt",
                "tests/delivery/test_interruption.py::test_stopped_at_every_single_step[BreakdownError-1",
                "tests/delivery/test_interruption.py::test_stopped_at_every_single_step[BreakdownError-2",
                "tests/delivery/test_package.py::test_another_folder_day_language_seed_and_umask",
                "tests/delivery/test_ftp.py::test_the_line_is_cut_at_one_command_after_another[poor",
                "tests/delivery/test_ftp.py::test_the_line_is_cut_at_one_command_after_another[iis",
            ),
        ),
        "confinement": Part(
            modules=("confinement.py", "file_names.py", "beginnings.py", "prose_folder.py"),
            tests=(
                "tests/confinement/test_grounds.py",
                "tests/confinement/test_names.py",
                "tests/confinement/test_outputs.py",
                "tests/confinement/test_prose.py",
                "tests/photographs/test_naming.py",
                "tests/unit/test_beginnings.py",
                "tests/unit/test_folder.py",
                "tests/unit/test_prose.py",
                "tests/unit/test_workshop.py",
            ),
            without=(
                "tests/confinement/test_prose.py::test_every_shell_publishes",
                "tests/confinement/test_grounds.py::test_twenty_thousand",
            ),
        ),
        "revision": Part(modules=("revision/*.py",), tests=("tests/revision",)),
        "workbook": Part(modules=("workbook/*.py",), tests=("tests/workbook",)),
    }
)
