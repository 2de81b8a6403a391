"""Processor time of the audit by stage, and of the plain pipeline and textacy's extractor beside it.

All run over the same texts in the same process, in turns of a batch, so that whatever else the machine does
meets them alike. Numbers are CPU seconds of this process.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import spacy
from spacy.tokens import Doc

from auditor.audit import audit_many
from auditor.claims.find import find_claims
from auditor.document import AuditDocument
from auditor.engine import apply_rules
from auditor.language import components
from auditor.language.pipeline import BATCH_SIZE, DEFAULT_MODEL, AnnotatedArticle, load_pipeline
from auditor.language.products import batches_of_one
from auditor.language.tagger import load_tagger
from auditor.reading.plain import article_from_text
from auditor.report.html import render_report
from auditor.rules.loader import load_rules
from auditor.text import Article

TURN = BATCH_SIZE  # articles: what both take at once in a long run
MODELS = frozenset({"attribution tagger", "tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"})
NOT_AUDIT = frozenset({"report"})

Times = dict[str, float]


@dataclass(slots=True)
class Clock:
    """CPU seconds by name, added up."""

    seconds: Times = field(default_factory=dict)

    @contextmanager
    def time(self, name: str) -> Iterator[None]:
        """Note how long what is done within takes."""
        began = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - began


class Contenders:
    """The audit, the plain default pipeline with all its steps, and textacy's extractor on top of that."""

    def __init__(self) -> None:
        self.plain = spacy.load(DEFAULT_MODEL)
        self.ours = load_pipeline()
        self.rules = tuple(load_rules())

    def one_round(self, texts: Sequence[str]) -> tuple[Times, Times]:
        """Run all contenders over the texts, turn by turn.

        Returns:
            The seconds of each contender, and those of the audit's stages, measured in a turn of their own.
        """
        whole, stages = Clock(), Clock()
        for start in range(0, len(texts), TURN):
            some = texts[start : start + TURN]
            with whole.time("plain pipeline"):
                docs = list(self.plain.pipe(some, batch_size=BATCH_SIZE))
            with whole.time("audit"):
                audits = self.audits(some)
            with whole.time("textacy"):
                for doc in docs:
                    quotations_by_textacy(doc)
            self._staged(some, stages)
            with stages.time("report"):
                for audit in audits:
                    render_report(audit, rules=self.rules)
        return whole.seconds, stages.seconds

    def audits(self, texts: Iterable[str]) -> list[AuditDocument]:
        """Audit texts as the program does."""
        return list(audit_many((article_from_text(text) for text in texts), nlp=self.ours, rules=self.rules))

    def _staged(self, texts: Sequence[str], clock: Clock) -> None:
        """The audit's steps one by one, each over all the texts."""
        with clock.time("read"):
            articles = [article_from_text(text) for text in texts]
        with clock.time("tokenise"):
            docs = [components.prepare(self.ours, article) for article in articles]
        for name, component in self.ours.pipeline:
            if name != "auditor":
                with clock.time(_plainly(name)):
                    docs = self._piped(name, component, docs)
        for step in components.STEPS:
            if step is components.add_attributions:
                _attribute(docs, clock)
            else:
                with clock.time(_plainly(step.__name__)):
                    docs = [step(doc) for doc in docs]
        self._judge(articles, docs, clock)

    def _piped(self, name: str, component: Any, docs: list[Doc]) -> list[Doc]:  # noqa: ANN401
        """Run one spaCy component, in batches of the size that it has in an audit."""
        settings = batches_of_one(self.ours).get(name, {"batch_size": BATCH_SIZE})
        return (
            list(component.pipe(docs, **settings)) if hasattr(component, "pipe") else [component(doc) for doc in docs]
        )

    def _judge(self, articles: Sequence[Article], docs: Sequence[Doc], clock: Clock) -> None:
        """What comes after the language steps."""
        annotated = [
            AnnotatedArticle(article, components.annotations_of(doc), doc)
            for article, doc in zip(articles, docs, strict=True)
        ]
        with clock.time("claims"):
            claims = [find_claims(one) for one in annotated]
        with clock.time("rules"):
            for one, found in zip(annotated, claims, strict=True):
                apply_rules(self.rules, one, found)


def _attribute(docs: Sequence[Doc], clock: Clock) -> None:
    """The step that finds attributions, the tagger told from what is made of its readings."""
    tagger = load_tagger()
    with clock.time("attribution tagger"):
        tagged = [tagger.tag(doc.text) for doc in docs]
    with clock.time("attributions"):
        for doc, readings in zip(docs, tagged, strict=True):
            found = components._read_attributions(doc, components.article_of(doc), readings)
            doc._.attributions, doc._.quotations = found


def _plainly(name: str) -> str:
    return name.removeprefix("add_").removeprefix("auditor_")


def quotations_by_textacy(doc: Doc) -> int:
    """Count what textacy's extractor finds; it gives up on a text with an odd number of marks."""
    from textacy.extract.triples import direct_quotations

    try:
        return sum(1 for _ in direct_quotations(doc))
    except ValueError:
        return 0


def seconds_per_word(contenders: Contenders, text: str) -> float:
    """CPU seconds that the audit of one text takes for each of its words."""
    clock = Clock()
    with clock.time("audit"):
        contenders.audits([text])
    return clock.seconds["audit"] / len(text.split())
