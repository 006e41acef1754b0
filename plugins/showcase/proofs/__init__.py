"""Sheets to be signed, as one HTML file and, where a browser is found, as a PDF. Never part of the site."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import photographs
from ..markup import quoted, stylesheet
from ..policy import single_file
from ..publication.proof import Proof
from .browser import find, print_to_pdf

NAME = "送审稿"
_LONGEST = 900
"""Pixels of the longer side of a picture: 75 mm at 300 dots an inch."""


def write_proof(proof: Proof, bases: Path, folder: Path) -> tuple[Path, Path | None]:
    """Write the sheets into a folder: the page, and the PDF where there is a browser to make it."""
    folder.mkdir(parents=True, exist_ok=True)
    page, sheet = folder / f"{NAME}.html", folder / f"{NAME}.pdf"
    page.write_text(document(proof, _pictures(proof, bases)), encoding="utf-8", newline="\n")
    sheet.unlink(missing_ok=True)
    browser = find()
    made = browser is not None and print_to_pdf(browser, page, sheet)
    return page, sheet if made else None


def document(proof: Proof, pictures: dict[tuple[str, str], str]) -> str:
    """The whole page; `pictures` are data addresses by base and file name."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _style(proof.site)
    return environment.get_template("proof.html").render(
        proof=proof,
        pictures=pictures,
        style=stylesheet(style),
        policy=quoted(single_file(style)),
    )


def _style(site: str) -> str:
    """The style sheet; it prints the name of the site at the head of every sheet."""
    text = Path(__file__).with_name("proof.css").read_text("utf-8")
    # every sign by its number, so that none can end the string (CSS Syntax 3, 4.3.7)
    name = "".join(f"\\{ord(sign):x} " for sign in site)
    return text.replace("SITE", f'"{name}"')


def _pictures(proof: Proof, bases: Path) -> dict[tuple[str, str], str]:
    made: dict[tuple[str, str], str] = {}
    with tempfile.TemporaryDirectory() as waiting:
        target = Path(waiting) / "picture.jpg"
        for base in proof.bases:
            for photo in base.photos:
                if photo.file:
                    photographs.publish(bases / base.id, photo.file, target, _LONGEST)
                    content = base64.b64encode(target.read_bytes()).decode()
                    made[base.id, photo.file] = f"data:image/jpeg;base64,{content}"
    return made
