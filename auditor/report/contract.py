"""Writes down what templates are given, from the classes themselves, so that the page about templates cannot be wrong.

`python -m auditor.report.contract docs/templates.md` renews the part of the page between its markers.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
import typing
from pathlib import Path

from auditor.report.comparison_page import ComparisonPage
from auditor.report.context import ArticlePage
from auditor.report.index import IndexPage

PAGES = (("article.html", ArticlePage), ("batch.html", IndexPage), ("compare.html", ComparisonPage))

_MARKED = re.compile(r"(<!-- generated: context -->\n).*?(<!-- end -->)", re.DOTALL)
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*?)(?=\n {4}\w+: |\Z)", re.MULTILINE | re.DOTALL)
_LIST = re.compile(r"tuple\[(.+), \.\.\.\]")
_PLAIN = {"Markup": "HTML", "str": "text", "int": "number", "float": "number", "bool": "yes or no"}


def context_page() -> str:
    """Give the documentation of everything that templates are given, as Markdown."""
    parts, described = [], set[type]()
    for template, page in PAGES:
        parts.append(f"### What `{template}` is given\n\n{_table(page)}")
        described.add(page)
    for kind in _reached(page for _, page in PAGES):
        if kind not in described:
            first = (inspect.getdoc(kind) or "").split("\n")[0]
            parts.append(f"#### {kind.__name__}\n\n{first}\n\n{_table(kind)}")
    return "\n".join(parts)


def renewed(page: str) -> str:
    """Put the documentation between the markers of a page."""
    return _MARKED.sub(lambda match: f"{match[1]}{context_page()}{match[2]}", page)


def _reached(pages: typing.Iterable[type]) -> list[type]:
    """Give the classes of all values that can be reached from the pages, each once, in order."""
    found: dict[type, None] = {}
    waiting = list(pages)
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found[kind] = None
        hints = typing.get_type_hints(kind, vars(sys.modules[kind.__module__]))
        waiting += [part for hint in hints.values() for part in _parts(hint) if dataclasses.is_dataclass(part)]
    return list(found)


def _parts(hint: typing.Any) -> list[type]:  # noqa: ANN401 - a hint is anything
    inner = typing.get_args(hint)
    return [part for each in inner for part in _parts(each)] if inner else [hint]


def _table(kind: type) -> str:
    meanings = {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(_attributes(kind))}
    rows = [f"| `{field.name}` | {_type(str(field.type))} | {meanings[field.name]} |" for field in _fields(kind)]
    return "\n".join(["| name | holds | meaning |", "|---|---|---|", *rows, ""])


def _fields(kind: type) -> tuple[dataclasses.Field[typing.Any], ...]:
    return dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()


def _attributes(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("Attributes:\n")[2]


def _type(written: str) -> str:
    """Say a type in words.

    >>> _type("tuple[str, ...]"), _type("Overview | None"), _type("str")
    ('list of text', 'Overview or null', 'text')
    """
    if written.endswith(" | None"):
        return f"{_type(written.removesuffix(' | None'))} or null"
    if inner := _LIST.fullmatch(written):
        return f"list of {_type(inner[1])}"
    if written.startswith("tuple["):
        return f"({', '.join(_type(part.strip()) for part in written[6:-1].split(','))})"
    return _PLAIN.get(written, written)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.write_text(renewed(place.read_text(encoding="utf-8")), encoding="utf-8")
