"""Makes visible what HTML cannot carry, and escapes what stands inside a script element.

HTML drops or replaces NUL, lone surrogates and most control characters, and turns a carriage return into a line feed.
A report shows a symbol in their place; the true text stays in the report's embedded data.
Source: HTML Living Standard, 13.2.3.5 "Preprocessing the input stream".
"""

from __future__ import annotations

import re

# Tab, line feed and form feed are white space in HTML and pass unchanged.
_UNCARRIED = re.compile("[\x00-\x08\x0b\x0d-\x1f\x7f\ud800-\udfff]")

# Embeddings, overrides and isolates: they change the order of what follows them.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

SPECIAL = re.compile(f"{_UNCARRIED.pattern}|{_BIDI.pattern}")

_BIDI_NAMES = dict(
    zip(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"),
        strict=True,
    )
)

_IN_SCRIPT = (
    ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"),
)  # fmt: skip


def visible(text: str) -> str:
    r"""Replace each character that HTML cannot carry by one visible symbol; all others stay.

    >>> visible("a\x00b")
    'a␀b'
    """
    return _UNCARRIED.sub(_symbol, text) if _UNCARRIED.search(text) else text


def visible_line(text: str) -> str:
    """Put a text on one line, without controls of writing direction, as for the head of a page."""
    return " ".join(_BIDI.sub("", visible(text)).split())


def bidi_name(character: str) -> str:
    """Give the short name of a control of writing direction ("RLO"); empty for any other character."""
    return _BIDI_NAMES.get(character, "")


def count_uncarried(text: str) -> int:
    """Count the characters that `visible` replaces."""
    return len(_UNCARRIED.findall(text))


def count_bidi(text: str) -> int:
    """Count the characters that change the direction of writing."""
    return len(_BIDI.findall(text))


def json_in_script(json_text: str) -> str:
    """Escape JSON so that nothing in it can end the script element that holds it; its value stays the same."""
    for sign, escaped in _IN_SCRIPT:
        json_text = json_text.replace(sign, escaped)
    return json_text


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the block "Control Pictures"
    return "\u2421" if code == 0x7F else "\ufffd"
