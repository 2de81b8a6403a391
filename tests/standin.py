"""Stand-ins for what takes models or processes: an audit made by hand, an auditor without a model, work for workers.

They live in a module of their own, so that worker processes can import them.
"""

from __future__ import annotations

import dataclasses
import os
import signal
import time
from collections.abc import Iterable, Iterator, Sequence

from auditor.document import SCHEMA_VERSION, AnonymityProfile, AuditDocument, AuditedArticle, Profile, Tool
from auditor.findings import Finding, Reason, Severity, Signal
from auditor.language.annotations import Anonymity, Certainty, Identity, Source
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata

TEXT = "Bridge Shut After Storm\nThe bridge is shut, a town official said.\nNobody was hurt, Lena Ruud said.\n"


def bridge_audit() -> AuditDocument:
    """The audit of a small invented article."""
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


def refused(document: AuditDocument, id: str = "other") -> AuditDocument:
    """An audit of an article that was not audited."""
    return AuditDocument(
        schema_version=SCHEMA_VERSION,
        tool=document.tool,
        article=dataclasses.replace(document.article, id=id),
        not_audited="The article is not in English.",
        text=None,
    )


def audited_by_hand(articles: Iterable[Article], *_: object, **__: object) -> Iterator[AuditDocument]:
    """Give every article the findings of the invented one; refuse articles that begin in French."""
    like = bridge_audit()
    for article in articles:
        identity = dataclasses.replace(
            like.article, id=article.id, metadata=article.metadata, words=article.words, notes=article.notes
        )
        if article.text.startswith("Le pont"):
            yield dataclasses.replace(refused(like), article=identity)
            continue
        findings = tuple(dataclasses.replace(finding, span=None) for finding in like.findings)
        yield dataclasses.replace(
            like,
            article=identity,
            text=article.text,
            paragraphs=article.paragraphs,
            zones=article.zones,
            sources=(),
            findings=findings if "official" in article.text else (),
        )


def double(numbers: Sequence[int]) -> list[int]:
    """Double each number; small numbers take longer, so that chunks finish out of order."""
    time.sleep(0.05 if numbers and numbers[0] < 10 else 0)
    return [2 * number for number in numbers]


def double_but_die_at_thirteen(numbers: Sequence[int]) -> list[int]:
    """Double each number, but end the process as the system would, for its memory, at thirteen."""
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(numbers)


def refuse(numbers: Sequence[int]) -> list[int]:
    """Refuse to work."""
    raise LookupError("no model")


def threads(numbers: Sequence[int]) -> list[str]:
    """Say what the process was told about threads."""
    return [os.environ["OMP_NUM_THREADS"] for _ in numbers]


def process_ids(numbers: Sequence[int]) -> list[int]:
    """Say which process does the work, slowly enough for every process to get some."""
    time.sleep(0.2)
    return [os.getpid() for _ in numbers]
