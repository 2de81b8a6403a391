"""Words that a rule itself looks for in the text: a subject for rules about wording rather than about sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from auditor.language.annotations import Quotation
from auditor.rules.model import Over, Rule
from auditor.rules.wording import TokenPattern, longest, places_in
from auditor.text import Article, Span

# Gives, for named sets of token patterns, the places where they match, as character offsets.
Matcher = Callable[[tuple[tuple[str, tuple[TokenPattern, ...]], ...]], Mapping[str, tuple[tuple[int, int], ...]]]
Phrases = Mapping[str, tuple["Phrase", ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A place where the text has the words that a rule looks for.

    Attributes:
        quoted: whether it lies inside quotation marks, and so is somebody else's words.
    """

    span: Span
    quoted: bool = False


def find_phrases(
    rules: Iterable[Rule], article: Article, quotations: Iterable[Quotation], *, match_tokens: Matcher
) -> Phrases:
    """Give, by the code of each rule that looks for words, the places where the article has them.

    Where places overlap the longest counts.
    """
    looking = [rule for rule in rules if rule.over is Over.PHRASES]
    patterns = tuple((rule.code, rule.find.tokens) for rule in looking if rule.find.tokens)
    matched = match_tokens(patterns) if patterns else {}
    marks = [quotation.span for quotation in quotations]
    return {
        rule.code: tuple(
            _phrase(article.span(start, end), marks)
            for start, end in longest((*places_in(rule.find, article.text), *matched.get(rule.code, ())))
        )
        for rule in looking
    }


def _phrase(span: Span, marks: Iterable[Span]) -> Phrase:
    return Phrase(span, quoted=any(mark.contains(span) for mark in marks))
