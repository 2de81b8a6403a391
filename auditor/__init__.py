"""Audits how a news article is sourced: anonymous sources, unconfirmed figures, relayed words.

The names below are the public interface; everything else may change. Each is imported when it is first used, because
the language libraries take seconds to load and `auditor --help` should not wait for them.

    article = auditor.article_from_text("The harbour is shut, an official said.")
    for finding in auditor.audit(article).findings:
        print(finding.rule, finding.message)
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.audit import House, audit, audit_many
    from auditor.document import AuditDocument
    from auditor.errors import AuditorError
    from auditor.findings import Finding, Severity, Signal
    from auditor.language.annotations import Attribution, Figure, Name, Quotation, Relay, Source
    from auditor.policies.loader import load_policies
    from auditor.reading.plain import article_from_text
    from auditor.report.html import render_report
    from auditor.rules.loader import load_rules
    from auditor.rules.model import Rule
    from auditor.text import Article, Metadata, Paragraph, Span, Zone

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Attribution",
    "AuditDocument",
    "AuditorError",
    "Figure",
    "Finding",
    "House",
    "Metadata",
    "Name",
    "Paragraph",
    "Quotation",
    "Relay",
    "Rule",
    "Severity",
    "Signal",
    "Source",
    "Span",
    "Zone",
    "article_from_text",
    "audit",
    "audit_many",
    "load_policies",
    "load_rules",
    "render_report",
]

_HOMES = {
    "auditor.audit": ("House", "audit", "audit_many"),
    "auditor.document": ("AuditDocument",),
    "auditor.errors": ("AuditorError",),
    "auditor.findings": ("Finding", "Severity", "Signal"),
    "auditor.language.annotations": ("Attribution", "Figure", "Name", "Quotation", "Relay", "Source"),
    "auditor.policies.loader": ("load_policies",),
    "auditor.reading.plain": ("article_from_text",),
    "auditor.report.html": ("render_report",),
    "auditor.rules.loader": ("load_rules",),
    "auditor.rules.model": ("Rule",),
    "auditor.text": ("Article", "Metadata", "Paragraph", "Span", "Zone"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'auditor' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps `auditor.audit` the function: importing the module of that name would otherwise take its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
