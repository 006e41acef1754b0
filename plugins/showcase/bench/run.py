"""One measured build, in a process of its own: ``python -m showcase.bench.run PROJECT SITE``.

Prints its figures as JSON: CPU seconds by stage, by kind of page and by dataset, peak memory in bytes, and what
everything weighs.
"""

from __future__ import annotations

import functools
import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .weight import Made, weights

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def peak() -> int:
    """The most memory that this process has held, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT


class Clock:
    """CPU seconds and memory by stage; a stage within another is counted in both."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {"imports": time.process_time()}
        self.memory: dict[str, int] = {}

    def timed(self, owner: Any, name: str, stage: str) -> None:
        """Have what a class or module calls `name` counted from now on."""
        inner = getattr(owner, name)

        @functools.wraps(inner)
        def outer(*given: Any, **named: Any) -> Any:
            before = time.process_time()
            self.memory.setdefault(stage, peak())
            try:
                return inner(*given, **named)
            finally:
                self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - before

        setattr(owner, name, outer)


def main(project: Path, site: Path) -> dict[str, Any]:
    """Build a project with MkDocs and tell what each stage cost."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from .. import datasets, workshop
    from ..plugin import ShowcasePlugin
    from ..workshop import Workshop

    logging.disable(logging.WARNING)
    clock, made = Clock(), Made()
    clock.timed(Workshop, "read", "read")
    Workshop.document = told(Workshop.document, made)  # type: ignore[method-assign]
    clock.timed(Workshop, "document", "render")
    clock.timed(Workshop, "_gathered", "assets")
    clock.timed(Workshop, "write_derived", "derived")
    clock.timed(ShowcasePlugin, "on_files", "plan")
    clock.timed(workshop, "datasets", "datasets")
    datasets.MAKERS = tuple(counted(make, made) for make in datasets.MAKERS)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    total = time.process_time()
    stages = clock.seconds
    stages["plan"] -= stages["read"]
    # made while the first page is rendered
    stages["render"] -= stages["assets"]
    stages["derived"] += stages.pop("assets") - stages["datasets"]
    stages["mkdocs"] = total - sum(stages.values())
    return {
        "stages": stages,
        "cpu": total,
        "pages_cpu": total - stages["derived"] - stages["datasets"],
        "pages_peak": clock.memory["derived"],
        "peak": peak(),
        **weights(site, made),
    }


def told(document: Callable[..., str], made: Made) -> Callable[..., str]:
    """The making of a page, noting its kind and cost."""

    @functools.wraps(document)
    def outer(workshop: Any, edition: Any, page: Any) -> str:
        workshop.assets(edition)
        before = time.process_time()
        text = document(workshop, edition, page)
        made.page(page, time.process_time() - before)
        return text

    return outer


def counted(make: Callable[..., Iterator[Any]], made: Made) -> Callable[..., Iterator[Any]]:
    """The making of datasets, noting its cost: each is written as JSON before the next is asked for."""
    name = make.__module__.removeprefix("showcase.datasets.")

    @functools.wraps(make)
    def outer(edition: Any) -> Iterator[Any]:
        before = time.process_time()
        files = []
        for one in make(edition):
            files.append(one.file)
            yield one
        made.data(name, time.process_time() - before, files)

    return outer


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
