"""One measured build, in a process of its own: ``python -m showcase.bench.run PROJECT SITE``.

Prints its figures as JSON: CPU seconds by stage, peak memory in bytes, files and bytes written.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def peak() -> int:
    """The most memory that this process has held, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT


def main(project: Path, site: Path) -> dict[str, Any]:
    """Build a project with MkDocs and tell what each stage cost."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from ..plugin import ShowcasePlugin
    from ..workshop import Workshop

    logging.disable(logging.WARNING)
    started = time.process_time()
    stages: dict[str, float] = {"imports": started}
    memory: dict[str, int] = {}

    def timed(owner: type, name: str, stage: str) -> None:
        inner = getattr(owner, name)

        def outer(*given: Any, **named: Any) -> Any:
            before = time.process_time()
            memory.setdefault(stage, peak())
            try:
                return inner(*given, **named)
            finally:
                stages[stage] = stages.get(stage, 0.0) + time.process_time() - before

        setattr(owner, name, outer)

    timed(Workshop, "read", "read")
    timed(Workshop, "document", "render")
    timed(Workshop, "_gathered", "assets")
    timed(Workshop, "write_derived", "derived")
    timed(ShowcasePlugin, "on_files", "plan")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    total = time.process_time()
    stages["plan"] -= stages["read"]
    # made while the first page is rendered
    stages["render"] -= stages["assets"]
    stages["derived"] += stages.pop("assets")
    stages["mkdocs"] = total - sum(stages.values())
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {
        "stages": stages,
        "pages_cpu": total - stages["derived"],
        "pages_peak": memory["derived"],
        "peak": peak(),
        "pages": len(pages),
        "page_bytes": sum(pages),
        "largest_page": max(pages),
        "files": len(files),
        "bytes": sum(files),
    }


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
