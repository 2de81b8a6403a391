"""Tries rules on the sentences that they carry: the test that a house rule must pass too.

A `flags` sentence must give findings of its rule at exactly the marked places, a `passes` sentence none, and a
`known_misses` sentence must still go wrong, so that one which starts to work is moved up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.claims.find import find_claims
from auditor.engine import Results, apply_rules
from auditor.language.pipeline import AnnotatedArticle, annotate
from auditor.reading.plain import article_from_text
from auditor.rules.model import Example, ExampleKind, Rule, RuleKind
from auditor.rules.subjects import quoted
from auditor.text import Article, Metadata, Span

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Trial:
    """One rule on one of its examples.

    Attributes:
        expected: the words that should be flagged.
        found: the words that were flagged.
        fired: whether the rule said anything.
        agrees: whether the rule did what the sentence shows.
        as_listed: whether the example stands in the right list; a known miss that agrees does not.
    """

    rule: Rule
    example: Example
    expected: tuple[Span, ...]
    found: tuple[Span, ...]
    fired: bool
    agrees: bool
    as_listed: bool

    @property
    def name(self) -> str:
        """Give the example's name with its rule, "ANON001 flags: role noun with a cue"."""
        return f"{self.rule.code} {self.example.kind}: {self.example.name}"

    @property
    def problem(self) -> str:
        """Say what went wrong, empty when all is as listed."""
        if self.as_listed:
            return ""
        if self.example.kind is ExampleKind.KNOWN_MISSES:
            list_of = ExampleKind.FLAGS if self.example.flags else ExampleKind.PASSES
            return f"{self.name}: this works now. Move it to '{list_of}'."
        should = _words(self.expected) if self.example.flags and self.expected else _spoken(self.example.flags)
        does = _words(self.found) if self.found else _spoken(self.fired)
        return f"{self.name}: should be {should}, is {does}."


def run_examples(rules: Iterable[Rule], nlp: Language) -> Iterator[Trial]:
    """Try each rule on each of its examples, in their order; signals that clear it or lower it have their say."""
    rules = tuple(rules)
    signals = {rule.code: tuple(signal for signal in rules if rule.code in signal.clears) for rule in rules}
    pairs = [(rule, example) for rule in rules for example in rule.examples]
    annotated = annotate(nlp, (article_of(rule, example) for rule, example in pairs))
    for (rule, example), each in zip(pairs, annotated, strict=True):
        yield trial(rule, example, each, signals=signals[rule.code])


def trial(rule: Rule, example: Example, annotated: AnnotatedArticle, *, signals: tuple[Rule, ...] = ()) -> Trial:
    """Try one rule, with the signals that may clear it, on one example that is already annotated."""
    results = apply_rules([rule, *signals], annotated, find_claims(annotated))
    found = _flagged(rule, results)
    expected = tuple(annotated.article.span(start, end) for start, end in example.marks)
    said = results.signals if rule.kind is RuleKind.SIGNAL else results.findings
    fired = bool(said)
    agrees = fired is example.flags and (not expected or found == expected)
    known_miss = example.kind is ExampleKind.KNOWN_MISSES
    return Trial(rule, example, expected, found, fired=fired, agrees=agrees, as_listed=agrees is not known_miss)


def article_of(rule: Rule, example: Example) -> Article:
    """Make the article that an example stands for."""
    metadata = Metadata(publisher=example.publisher, byline=example.byline, genre=example.genre, url=example.url)
    return article_from_text(example.text, id=f"{rule.code} {example.name}", metadata=metadata)


def _flagged(rule: Rule, results: Results) -> tuple[Span, ...]:
    """Give the flagged words; for a finding about the whole article, the places it names."""
    if rule.kind is RuleKind.SIGNAL:
        return tuple(signal.span for signal in results.signals if signal.span)
    spans = [
        span for finding in results.findings for span in ((finding.span,) if finding.span else finding.places) if span
    ]
    return tuple(sorted(set(spans)))


def _words(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{quoted(span.text)} at {span.start}" for span in spans)


def _spoken(speaks: bool) -> str:
    return "flagged" if speaks else "silent"
