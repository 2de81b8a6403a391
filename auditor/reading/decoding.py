"""Bytes to text: which encoding, whether it is text at all, and line endings.

The order is fixed: byte-order mark, declared encoding, strict UTF-8, windows-1252, a detector. What was used is
said in a sentence, which the article keeps in its notes. No file is read here.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from auditor.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Python codecs that are no encodings of documents; some of them are slow on purpose-made input.
_NOT_FOR_DOCUMENTS = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7", "undefined"})

# Browsers read these labels as windows-1252 (WHATWG Encoding Standard), and so do writers of pages.
_MEANS_WINDOWS_1252 = frozenset({"ascii", "iso8859-1"})

# Text has at most a stray control character; compressed or machine data has some 10 in 100.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_SHARE = 0.01
_CONTROL_COUNT = 3
_DETECTOR_BYTES = 65_536

# How Python's "surrogateescape" shows a byte that is not valid UTF-8.
_FOREIGN_BYTE = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds as its only line endings, and how its bytes were read, in sentences."""

    text: str
    notes: tuple[str, ...]


def decode(data: bytes, *, declared: str | None = None, where: str = "") -> Decoded:
    """Decode the bytes of a document and normalise its line endings to line feeds.

    Args:
        data: the bytes of the whole document.
        declared: the encoding that the document or its server states, if any; ignored when it does not fit.
        where: the file or URL, for error messages.

    Raises:
        InputError: the bytes are not text.
    """
    text, how = _decoded(data, declared, where)
    controls = len(_CONTROL.findall(text))
    if _is_binary(text, controls):
        wide = _unmarked_utf16(data)
        if wide is None:
            raise InputError("not a text: it holds binary data", where=where, fix="Save the article as plain text.")
        text, how = wide
        controls = len(_CONTROL.findall(text))
    notes = [how]
    if controls:
        plural = "s" if controls > 1 else ""
        notes.append(f"The text holds {controls} control character{plural} that cannot be seen.")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), tuple(notes))


def _decoded(data: bytes, declared: str | None, where: str) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark) and (text := _strict(data[len(mark) :], name)) is not None:
            return text, f"Read as {_spelled(name)}, as its byte-order mark says."
    if declared and (text := _as_declared(data, declared)) is not None:
        return text, f"Read as {_spelled(_python_name(declared))}, as it declares."
    if (text := _strict(data, "utf-8")) is not None:
        return text, "Read as UTF-8."
    if (text := _mostly_utf8(data)) is not None:
        return text, "Read as UTF-8; single bytes that are not valid UTF-8 were read as windows-1252."
    if (text := _strict(data, "cp1252")) is not None:
        return text, "Read as windows-1252, because it is not valid UTF-8."
    return _detected(data, where)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _python_name(label: str) -> str:
    """Give Python's name of an encoding label, or nothing when it knows none fit for documents."""
    try:
        name = codecs.lookup(label.strip()).name.replace("_", "-")
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return ""
    return "cp1252" if name in _MEANS_WINDOWS_1252 else name


def _as_declared(data: bytes, label: str) -> str | None:
    name = _python_name(label)
    if not name or name in _NOT_FOR_DOCUMENTS:
        return None
    # A label that could be read as single bytes cannot be true when it claims two or four bytes a character.
    if name.startswith(("utf-16", "utf-32")) and b"\x00" not in data[:64]:
        return None
    return _strict(data, name)


def _mostly_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few foreign bytes, as pasted-together archives have; nothing when those are not few."""
    text = data.decode("utf-8", "surrogateescape")
    foreign = len(_FOREIGN_BYTE.findall(text))
    native = len(_NOT_ASCII.findall(text)) - foreign
    if foreign > native / 2:
        return None
    return _FOREIGN_BYTE.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _detected(data: bytes, where: str) -> tuple[str, str]:
    import charset_normalizer

    match = charset_normalizer.from_bytes(data[:_DETECTOR_BYTES]).best()
    text = _strict(data, match.encoding) if match else None
    if match is None or text is None:
        raise InputError("not a text in any encoding we know", where=where, fix="Save the article as UTF-8 text.")
    return text, f"Read as {_spelled(match.encoding)}, a guess from its bytes; check that the text looks right."


def _is_binary(text: str, controls: int) -> bool:
    return controls > _CONTROL_COUNT and controls > _CONTROL_SHARE * len(text)


def _unmarked_utf16(data: bytes) -> tuple[str, str] | None:
    """Read UTF-16 without a byte-order mark: Western text then has a zero in nearly every second byte."""
    for name, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        text = _strict(data, name) if zeros.count(0) > 0.7 * len(zeros) else None
        if text is not None and not _is_binary(text, len(_CONTROL.findall(text))):
            return text, f"Read as {_spelled(name)}, a guess from its bytes."
    return None


def _spelled(name: str) -> str:
    """Spell an encoding as readers know it."""
    plain = name.lower().replace("_", "-")
    if plain.startswith("utf"):
        return plain.removesuffix("-le").removesuffix("-be").removesuffix("-sig").upper()
    return {"cp1252": "windows-1252"}.get(plain, plain)
