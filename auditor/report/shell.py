"""What every page carries: its title, the one style sheet, the one script, and the policy that allows only these.

The style sheet holds the page heads for print, so it differs from article to article; its hash is made anew.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from markupsafe import Markup

from auditor.errors import ReportError
from auditor.report.context import Shell
from auditor.report.environment import source_of
from auditor.report.look import Look, colours_css, logo_address
from auditor.report.visible import visible_line

# Longer titles would run into the other half of the page head.
_HEAD_LETTERS = 76


def make_shell(title: str, head: str, tool: str, look: Look) -> Shell:
    """Make what a page carries.

    Args:
        title: text of the title element.
        head: what stands at the head of every printed page.
        tool: name and version of the program.
        look: how the newsroom's reports look.

    Raises:
        ReportError: a template, a colour or the logo is wrong.
    """
    sheet, printed = _source("report.css", look.templates), _source("print.css", look.templates)
    house = colours_css(look.colours, sheet)
    css = trusted(f"\n{sheet}\n{house}{printed}\n{_page_head(head, look.brand)}\n", "report.css")
    js = trusted(f"\n{_source('report.js', look.templates)}\n", "report.js")
    logo = logo_address(look.logo) if look.logo else ""
    allowed = f"style-src {_source_hash(css)}; script-src {_source_hash(js)}" + ("; img-src data:" if logo else "")
    csp = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return Shell(title=title, language="en", csp=csp, css=css, js=js, tool=tool, brand=look.brand, logo=logo)


def trusted(text: str, name: str) -> Markup:
    """Pass text on unescaped into a style or script element; the only place that does.

    Raises:
        ReportError: the text could end the element that holds it.
    """
    if "</" in text or "<!--" in text:
        raise ReportError("'</' and '<!--' cannot stand in a style sheet or a script", where=name, fix="Escape them.")
    return Markup(text)


@cache
def _source(name: str, templates: Path | None) -> str:
    return source_of(name, templates).strip()


def _page_head(head: str, brand: str) -> str:
    """Write the rule that puts the title, shortened, at the head of every printed page."""
    line = visible_line(head)
    if len(line) > _HEAD_LETTERS:
        line = f"{line[:_HEAD_LETTERS].rsplit(' ', 1)[0]} …"
    left = f"{visible_line(brand)} · Source audit" if brand else "Source audit"
    return f"@page {{ @top-left {{ content: {_css_string(left)}; }} @top-right {{ content: {_css_string(line)}; }} }}"


def _css_string(text: str) -> str:
    """Write any text as a CSS string: all but plain letters, figures and blanks as numbers, each ended by a blank."""
    plain = (letter.isascii() and (letter.isalnum() or letter == " ") for letter in text)
    parts = (letter if is_plain else f"\\{ord(letter):x} " for letter, is_plain in zip(text, plain, strict=True))
    return f'"{"".join(parts)}"'


def _source_hash(inlined: Markup) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(inlined.encode()).digest()).decode()}'"
