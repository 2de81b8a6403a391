"""An audit document made by hand."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.document import SCHEMA_VERSION, AnonymityProfile, AuditDocument, AuditedArticle, Profile, Tool
from auditor.findings import Finding, Reason, Severity, Signal
from auditor.language.annotations import Anonymity, Certainty, Identity, Source
from auditor.reading.plain import article_from_text
from auditor.text import Metadata

TEXT = "Bridge Shut After Storm\nThe bridge is shut, a town official said.\nNobody was hurt, Lena Ruud said.\n"


@pytest.fixture
def document() -> AuditDocument:
    article = article_from_text(TEXT, id="desk/bridge", metadata=Metadata(publisher="Ostvik Post"))
    start = TEXT.index("a town official")
    words = article.span(start, start + len("a town official"))
    reason = Reason((), (), (), Severity.MEDIUM, (), "Readers cannot weigh it.", "A name.", "Who is it?")
    return AuditDocument(
        schema_version=SCHEMA_VERSION,
        tool=Tool("source-auditor", "0.1.0", "model", "1", "1", "0" * 64),
        article=AuditedArticle("desk/bridge", article.metadata, "0" * 64, article.words, ("Read as UTF-8.",)),
        not_audited=None,
        text=TEXT,
        paragraphs=article.paragraphs,
        zones=article.zones,
        sources=(
            Source(
                "s1",
                "a town official",
                Identity.UNNAMED_INDIVIDUAL,
                Certainty.FIRM,
                (),
                (words,),
                attributions=1,
                anonymity=Anonymity(),
            ),
        ),
        findings=(
            Finding(
                "f1",
                "ANON001",
                "Unnamed source",
                Severity.MEDIUM,
                words,
                "“a town official” is not named.",
                reason,
                ("AP A1",),
                Certainty.FIRM,
            ),
            Finding(
                "f2",
                "SRC001",
                "Single source",
                Severity.HIGH,
                None,
                "One source carries it all.",
                reason,
                (),
                Certainty.FIRM,
            ),
        ),
        signals=(Signal("SIG001", "Named source", None, "Lena Ruud speaks under her name."),),
        profile=Profile("One statement.", 1, {}, {}, {}, (1, 1), None, AnonymityProfile(1, 0, 0, 1, 0), {}, {}, {}),
    )


@pytest.fixture
def not_audited(document) -> AuditDocument:
    """The same article, refused."""
    return AuditDocument(
        schema_version=SCHEMA_VERSION,
        tool=document.tool,
        article=dataclasses.replace(document.article, id="other"),
        not_audited="The article is not in English.",
        text=None,
    )
