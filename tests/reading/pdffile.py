"""PDF files made by hand, with the fonts that every reader has: words at places, as many pages as wanted."""

from __future__ import annotations

from collections.abc import Sequence

# left, bottom, size, words
Line = tuple[float, float, float, str]

# Widths of Helvetica's characters in thousandths, near enough for wrapping lines.
WIDTH = 0.5


def pdf(pages: Sequence[Sequence[Line]], *, info: str = "", extra: str = "", picture: bool = False) -> bytes:
    """A PDF with these lines on its pages; `extra` goes into the trailer."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        content = b"\n".join(map(_drawn, lines)) + (_PICTURE if picture else b"")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    if info:
        objects.append(f"<< {info} >>".encode("cp1252"))
        extra += f" /Info {len(objects)} 0 R"
    return _file(objects, extra)


_PICTURE = b"\nq 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"


def _drawn(line: Line) -> bytes:
    left, bottom, size, words = line
    escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET" % (size, left, bottom, escaped)


def _file(objects: Sequence[bytes], extra: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{extra} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + head + trailer.encode()


def wrapped(words: str, width: int, *, hyphenate: str = "") -> list[str]:
    """Break words into lines of at most so many characters; `hyphenate` is broken after its hyphenation point `|`."""
    first, _, second = hyphenate.partition("|")
    if hyphenate:
        words = words.replace(first + second, f"{first}- {second}")
    lines = [""]
    for word in words.split():
        full = f"{lines[-1]} {word}".strip()
        if len(full) > width or (lines[-1].endswith("-") and lines[-1].removesuffix("-").endswith(first or "\0")):
            lines.append(word)
        else:
            lines[-1] = full
    return lines


def column(lines: Sequence[str], left: float, top: float, *, size: float = 10, leading: float = 12) -> list[Line]:
    """Set lines below one another."""
    return [(left, top - index * leading, size, words) for index, words in enumerate(lines)]
