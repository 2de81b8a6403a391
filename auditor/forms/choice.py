"""Every form of an audit under its name, so that the command line and a server offer the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.document import AuditDocument
from auditor.forms.csv import csv_text
from auditor.forms.github import github_text
from auditor.forms.json import json_text
from auditor.forms.jsonl import jsonl_text
from auditor.forms.markdown import markdown_text
from auditor.forms.sarif import sarif_text
from auditor.forms.web_annotation import web_annotation_text

# The forms that are text, with what is sent as their type over HTTP.
FORMS = {
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv",
    "markdown": "text/markdown",
    "sarif": "application/sarif+json",
    "github": "text/plain",
    "webanno": "application/ld+json",
}

Audited = tuple[AuditDocument, str]


@dataclass(frozen=True, slots=True)
class Form:
    """A form and how it is written.

    Attributes:
        name: a key of `FORMS`.
        several: whether the output is for any number of articles, even one (JSON: an array).
        table: the table that `csv` writes.
    """

    name: str
    several: bool = False
    table: str = "findings"


def form_text(form: Form, audits: Iterable[Audited]) -> Iterator[str]:
    """Write audits in a form, piece by piece.

    Args:
        form: what to write.
        audits: each audit with the article's file or address, in the order of the output.

    Raises:
        KeyError: there is no such form or table.
    """
    documents = (document for document, _ in audits)
    match form.name:
        case "json":
            return json_text(documents, several=form.several)
        case "jsonl":
            return jsonl_text(documents)
        case "csv":
            return csv_text(documents, table=form.table)
        case "markdown":
            return _between(markdown_text(document) for document in documents)
        case "sarif":
            return iter([sarif_text(audits)])
        case "github":
            return (line for document, place in audits for line in github_text(document, place=place))
        case "webanno":
            return web_annotation_text(documents)
    raise KeyError(form.name)


def _between(parts: Iterable[str]) -> Iterator[str]:
    for number, part in enumerate(parts):
        yield f"\n---\n\n{part}" if number else part
