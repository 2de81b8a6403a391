"""How a newsroom's reports look: its name, logo, colours and templates, and what of it goes into the style sheet.

Colours are checked before they are used: they must be written as hexadecimal numbers, and words set in them must stay
readable on the page's grounds (WCAG 2.2, success criterion 1.4.3: a contrast of 4.5 to 1).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.errors import ReportError

# Words are set in these; they stand on the paper and on cards.
_INKS = ("ink", "soft", "link", "named", "unnamed", "relayed", "nobody", "alarm", "good")
_GROUNDS = ("paper", "card", "faint")
_TINTS = tuple(f"{name}-tint" for name in ("named", "unnamed", "relayed", "nobody", "alarm", "good"))
_LINES = ("line", "own", "focus")
COLOURS = (*_INKS, *_GROUNDS, *_TINTS, *_LINES)
DARK = "dark-"

_HEXADECIMAL = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{3,6})")
_LEAST_CONTRAST = 4.5

_MOST_LOGO_BYTES = 200_000
_LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a newsroom's reports look; the default is the program's own look.

    Attributes:
        brand: the newsroom's name, shown at the head.
        logo: a picture shown at the head (SVG, PNG or JPEG), or null.
        colours: name and colour, for some of `COLOURS`, as `#rgb` or `#rrggbb`; `dark-` before a name gives it for
            dark mode.
        templates: a folder whose templates override those of the package, or null.
    """

    brand: str = ""
    logo: Path | None = None
    colours: tuple[tuple[str, str], ...] = ()
    templates: Path | None = None


@cache
def colours_css(colours: tuple[tuple[str, str], ...], sheet: str) -> str:
    """Write a house's colours as rules that stand after the style sheet.

    Args:
        colours: as in `Look`.
        sheet: the style sheet whose own colours stay for what the house does not set.

    Raises:
        ReportError: a name or a colour is wrong, or words would be hard to read.
    """
    if not colours:
        return ""
    for name, value in colours:
        if name.removeprefix(DARK) not in COLOURS:
            raise ReportError(f"there is no colour '{name}'", fix=f"Use one of: {', '.join(COLOURS)}.")
        if not _HEXADECIMAL.fullmatch(value):
            raise ReportError(f"'{value}' is not a colour", where=name, fix="Write it as #rrggbb.")
    light = {name: value for name, value in colours if not name.startswith(DARK)}
    dark = {name.removeprefix(DARK): value for name, value in colours if name.startswith(DARK)}
    own_light, own_dark = (dict(_TOKEN.findall(part)) for part in _themes(sheet))
    _check_contrast({**own_light, **light}, light, "")
    _check_contrast({**own_light, **own_dark, **dark}, dark, DARK)
    rules = f":root {{ {_declared(light)} }}\n" if light else ""
    # A house's light colours must not show in the dark.
    in_dark = {**{name: own_dark[name] for name in light if name in own_dark}, **dark}
    return f"{rules}@media screen and (prefers-color-scheme: dark) {{ :root {{ {_declared(in_dark)} }} }}\n"


@cache
def logo_address(path: Path) -> str:
    """Give a picture as a `data:` address, so that the page stays one file.

    Raises:
        ReportError: it cannot be read, is too large, or is no picture a page can show.
    """
    kind = _LOGO_TYPES.get(path.suffix.lower())
    if kind is None:
        raise ReportError("the logo must be an SVG, PNG or JPEG file", where=str(path))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReportError(f"the logo cannot be read ({error.strerror})", where=str(path)) from error
    if len(content) > _MOST_LOGO_BYTES:
        raise ReportError("the logo is larger than 200 kB", where=str(path), fix="Choose a smaller picture.")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> contrast("#fff", "#000")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((lighter + 0.05) / (darker + 0.05), 2)


def _themes(sheet: str) -> tuple[str, str]:
    light, _, dark = sheet.partition("@media screen and (prefers-color-scheme: dark)")
    return light, dark.partition("\n}")[0]


def _check_contrast(colours: Mapping[str, str], chosen: Mapping[str, str], prefix: str) -> None:
    for ink in _INKS:
        grounds = (*_GROUNDS, f"{ink}-tint")
        for ground in (name for name in grounds if name in colours and ink in colours):
            found = contrast(colours[ink], colours[ground])
            if {ink, ground} & set(chosen) and found < _LEAST_CONTRAST:
                raise ReportError(
                    f"words in {colours[ink]} on {colours[ground]} are hard to read: a contrast of {found:.1f}",
                    where=f"{prefix}{ink} on {prefix}{ground}",
                    fix=f"Choose colours with a contrast of {_LEAST_CONTRAST} at least.",
                )


def _declared(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in sorted(colours.items()))


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
