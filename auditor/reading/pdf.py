"""PDF files to an article: lines put into columns and paragraphs, words divided at line ends joined, pages kept.

The lines come from `pdf_layout`, a process of its own with limits of time and memory. Words in pictures are not read; a
file of pictures alone is refused with what to do.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from auditor.errors import InputError
from auditor.reading import pdf_layout
from auditor.reading.blocks import article_from_blocks
from auditor.reading.extras import needed
from auditor.reading.pdf_columns import Line, ordered, without_furniture
from auditor.reading.pdf_paragraphs import paragraphs_of
from auditor.text import Article, Metadata

SECONDS = 60
_OCR = "Recognise its text first, for example with ocrmypdf."


def article_from_pdf(data: bytes, *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of a PDF file.

    Raises:
        InputError: it is damaged, protected, holds no text, or takes too long; or pypdfium2 is not installed.
    """
    needed("pypdfium2", extra="pdf", what="PDF files", where=where)
    found = _layout(data, where)
    pages = found["pages"]
    lines = [Line(number, *line) for number, page in enumerate(pages, 1) for line in page.get("lines", ())]
    if not lines:
        _refuse_empty(pages, where)
    kept, left_out = without_furniture(lines, {n: page["size"] for n, page in enumerate(pages, 1) if "size" in page})
    blocks, joined = paragraphs_of(ordered(kept))
    if not blocks:
        raise InputError("there is no text in this PDF file", where=where, fix=_OCR)
    said = (*notes, *_notes(found, left_out, joined))
    return article_from_blocks(blocks, id=id, metadata=Metadata(), notes=said)


def _layout(data: bytes, where: str) -> dict[str, Any]:
    """Read the lines of the pages in a process that can be ended.

    Raises:
        InputError: it takes too long, crashes, or says that the file cannot be read.
    """
    # By its path, and without its folder on the search path: it needs nothing of this package.
    command = [sys.executable, "-P", pdf_layout.__file__, str(SECONDS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"error": "damaged"}
    except subprocess.TimeoutExpired as error:
        fix = "It may be damaged; save it anew."
        raise InputError(f"took longer than {SECONDS} seconds to read", where=where, fix=fix) from error
    except ValueError:
        found = {"error": "damaged"}
    if found.get("error") == "password":
        raise InputError("this PDF file is protected with a password", where=where, fix="Save it without one.")
    if "error" in found or not found["pages"]:
        raise InputError("this PDF file is damaged", where=where, fix="It may be cut off; get it again.")
    return found


def _refuse_empty(pages: Sequence[dict[str, Any]], where: str) -> None:
    if any(page.get("pictures") for page in pages):
        raise InputError("this PDF file holds no text, only pictures of pages", where=where, fix=_OCR)
    if all("error" in page for page in pages):
        raise InputError("this PDF file is damaged", where=where, fix="It may be cut off; get it again.")
    raise InputError("there is no text in this PDF file", where=where)


def _notes(found: dict[str, Any], left_out: Sequence[str], joined: int) -> Iterator[str]:
    pages = found["pages"]
    yield "Read from the PDF's text; columns and paragraphs were told by their places. Compare with the page."
    if left_out:
        shown = "; ".join(f"“{text}”" for text in left_out[:5])
        yield f"Heads and feet of pages were left out: {shown}{' and others' if len(left_out) > 5 else ''}."
    if joined:
        yield f"Words divided at the end of a line were joined ({joined})."
    broken = [str(number) for number, page in enumerate(pages, 1) if "error" in page]
    if broken:
        yield f"Pages that could not be read: {', '.join(broken)}."
    blank = [str(n) for n, page in enumerate(pages, 1) if page.get("pictures") and not page.get("lines")]
    if blank:
        yield f"Pages that hold only pictures were not read: {', '.join(blank)}."
    if found["count"] > len(pages):
        yield f"Only the first {len(pages)} of {found['count']} pages were read."
