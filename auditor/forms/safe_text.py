"""Makes an article's words safe to print on a terminal: control characters become visible signs.

A hostile article could otherwise move the cursor, change colours, rename the window or turn the direction of text.
"""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, marks that turn the direction of text, separators that break lines, lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F


def safe_text(text: str, *, keep_lines: bool = False) -> str:
    """Replace what a terminal would obey by what it only shows; line feeds stay when `keep_lines` says so."""
    if keep_lines:
        return "\n".join(safe_text(line) for line in text.split("\n"))
    return _UNSAFE.sub(_visible, text)


def one_line(text: str) -> str:
    """Put words on one line, safe to print."""
    return safe_text(" ".join(text.split()))


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0x1F:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == _DELETE else f"<U+{code:04X}>"
