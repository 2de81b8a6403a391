"""The lines of a PDF's pages with their places, read by pdfium in a process of its own.

Run as a script with a number of seconds and the file on standard input; writes JSON, and imports nothing of this
package. A file made to loop, crash or fill the memory then harms nothing: the process is ended, and the reader says so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

MEMORY_BYTES = 2_000_000_000
PAGES = 2000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_GENERATED_SPACE = 0.3  # of the font size: a wider gap between characters is a space
_COLUMN_GAP = 1.2  # of the font size: a wider gap begins another column's line


def main() -> None:
    """Read a PDF from standard input and write its lines, or why it cannot be read."""
    _limit(int(sys.argv[1]))
    print(json.dumps(_read(sys.stdin.buffer.read())))


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit remains
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if getattr(error, "err_code", None) == _PASSWORD else "damaged"}
    count = len(document)
    pages = [_page(document, number) for number in range(min(count, PAGES))]
    about = {
        key: value for key, value in document.get_metadata_dict(skip_empty=True).items() if key in ("Title", "Author")
    }
    return {"pages": pages, "count": count, "about": about}


def _page(document: Any, number: int) -> dict[str, Any]:  # noqa: ANN401 - pdfium's own objects
    try:
        page = document[number]
        return {"size": page.get_size(), "lines": list(_lines(page)), "pictures": _has_pictures(page)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"[:200]}


def _has_pictures(page: Any) -> bool:  # noqa: ANN401
    import pypdfium2.raw

    return next(iter(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)), None) is not None


def _lines(page: Any) -> Iterator[tuple[float, float, float, float, float, str]]:  # noqa: ANN401
    """Give stretches of text on one base line: left, bottom, right, top, font size, text; in the file's own order."""
    text = ""
    box = [0.0, 0.0, 0.0, 0.0]
    size = 0.0
    for character, left, bottom, right, top, points in _characters(page):
        same = text and abs(bottom - box[1]) < 0.5 * max(points, size) and left > box[0] - points
        gap = left - box[2]
        if not same or gap > _COLUMN_GAP * points or gap < -2 * points:
            if text.strip():
                yield (*box, size, text)  # type: ignore[misc]
            text, box, size = "", [left, bottom, right, top], points
        elif gap > _GENERATED_SPACE * points and not text.endswith(" ") and character != " ":
            text += " "
        if not character.isspace():
            box = [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
            size = max(size, points)
        text += character
    if text.strip():
        yield (*box, size, text)  # type: ignore[misc]


def _characters(page: Any) -> Iterator[tuple[str, float, float, float, float, float]]:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    for index in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer, index)
        if code in (0, 13, 10) or (pdfium.FPDFText_IsGenerated(layer, index) == 1 and code != 45):
            continue  # pdfium's own guesses at spaces and line ends; the places of the characters say more
        box = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(layer, index, box):
            continue
        size = pdfium.FPDFText_GetFontSize(layer, index)
        height = abs(box.top - box.bottom)
        yield _letter(code), box.left, box.bottom, box.right, box.top, height or size


def _letter(code: int) -> str:
    """Give the character of a code; pdfium shows a hyphen at a line's end as a control character."""
    if code in (2, 0xFFFE, 0xAD):
        return "\xad"
    return " " if code == 0xA0 else chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


if __name__ == "__main__":
    main()
