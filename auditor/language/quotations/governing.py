"""Says which attribution governs each quotation, and what that makes of its kind.

First by content: the attribution's content holds the quotation and its cue stands outside. Then by contact: cue and
marks touch. What is left may continue another quotation of the same speaker (`inheritance`). No speaker is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language.annotations import Attribution, Quotation, QuotationKind
from auditor.language.lexicon import words
from auditor.language.quotations.inheritance import LABEL, inherit
from auditor.language.quotations.kinds import WINDOW, is_announced_term
from auditor.reading.plain import article_from_text
from auditor.text import Article, Span

# A content that reaches this far into a quotation holds it, even where the quotation goes on for sentences.
_REACH = 15
_SHARE = 0.5
_BLOCK = 1000

_CONTACT_BEFORE = re.compile(r"(?:\s+(?:that|as|of|to|it|him|her|them|this))?[\s,:—–-]*")
_CONTACT_AFTER = re.compile(r"[\s,—–-]*")
# A full stop ends the quotation's sentence: what follows it begins another.
_CLOSING_STOP = re.compile(r"[,?!…—–-]$")
_CLAUSE_END = re.compile(r"[,;.—–]\s*$")
_SENTENCE_END = re.compile(r"[;.—–]\s*$")
# A quotation that begins so is a clause of its own.
_NEW_CLAUSE = re.compile(r"\W*(?:(?:and|but|so|or|yet|nor|which|because|since|while|although)\b|[A-Z])")
_INTRODUCING_CUES = frozenset({"according to", "according", "accord", "per"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PERSON_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "i", "we", "me", "us", "who", "you"})


def govern_quotations(
    doc: Doc, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[Quotation, ...]:
    """Set `attribution_id` of each quotation whose speaker the article gives, and refine its kind. Order is kept."""
    article = article_of(doc)
    by_block = _by_block(attributions)
    governed = [_governed(doc, article, quotation, _near(by_block, quotation.span)) for quotation in quotations]
    return tuple(inherit(article, governed, attributions))


def article_of(doc: Doc) -> Article:
    """Give the article kept with the document, or the one its bare text makes."""
    kept = doc._.article if Doc.has_extension("article") else None
    return kept if isinstance(kept, Article) else article_from_text(doc.text)


def _by_block(attributions: tuple[Attribution, ...]) -> dict[int, list[Attribution]]:
    """File the attributions under each thousand characters that their parts reach into or border on."""
    by_block: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        spans = [*attribution.content, *attribution.cue, *([attribution.source] if attribution.source else [])]
        blocks = {block for span in spans for block in range((span.start - 9) // _BLOCK, (span.end + 9) // _BLOCK + 1)}
        for block in blocks:
            by_block[block].append(attribution)
    return by_block


def _near(by_block: dict[int, list[Attribution]], span: Span) -> list[Attribution]:
    found = {
        id(attribution): attribution
        for block in range(span.start // _BLOCK, span.end // _BLOCK + 1)
        for attribution in by_block.get(block, ())
    }
    return list(found.values())


def _governed(doc: Doc, article: Article, quotation: Quotation, near: list[Attribution]) -> Quotation:
    best: tuple[int, int, Attribution] | None = None
    for attribution in near:
        overlap = _overlap(article, quotation, attribution)
        if not overlap or (best and (overlap, -_distance(quotation.span, attribution)) <= best[:2]):
            continue
        if not _clause_ends_before(doc, article, quotation.span, attribution):
            best = (overlap, -_distance(quotation.span, attribution), attribution)
    if best is None:
        return quotation
    attribution = best[2]
    before = article.text[max(0, quotation.span.start - WINDOW) : quotation.span.start]
    is_said = _is_the_content(quotation, attribution) and not is_announced_term(before)
    kind = QuotationKind.SPEECH if is_said else quotation.kind
    return replace(quotation, attribution_id=attribution.id, kind=kind)


def _overlap(article: Article, quotation: Quotation, attribution: Attribution) -> int:
    """Count the quotation's characters in the content, if that is enough and the cue stands outside; 1 for contact."""
    span = quotation.span
    stated = attribution.cue or ((attribution.source,) if attribution.source else ())
    parts = [*stated, attribution.source] if attribution.source else stated
    if not stated or (any(part.overlaps(span) for part in parts) and not _is_label(span, attribution)):
        return 0
    shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in attribution.content)
    if shared >= min(_REACH, _SHARE * (span.end - span.start)):
        return shared
    return 1 if _touches(article, quotation, attribution) else 0


def _is_label(span: Span, attribution: Attribution) -> bool:
    """Tell whether the source is a transcript's label right behind the opening mark: “DORN: …”."""
    source = attribution.source
    label = LABEL.match(span.text) if source is not None and attribution.cue else None
    if source is None or label is None:
        return False
    return (source.start, attribution.cue[0].end) == (span.start + label.start("name"), span.start + label.end("colon"))


def _touches(article: Article, quotation: Quotation, attribution: Attribution) -> bool:
    """Tell whether cue and quotation stand side by side: said: "…", or "…," said Dahl."""
    span = quotation.span
    if not attribution.cue or quotation.kind is not QuotationKind.SPEECH:
        return False
    stated = [*attribution.cue, *([attribution.source] if attribution.source else [])]
    last = max(part.end for part in stated)
    if last <= span.start and span.start - last <= 12:
        gap = article.text[last : span.start]
        return bool(_CONTACT_BEFORE.fullmatch(gap)) and (":" in gap or attribution.cue_lemma in words("speech_verbs"))
    first = min(part.start for part in stated)
    if attribution.content and all(part.start > first for part in attribution.content):
        return False
    inner_end = article.text[max(span.start, span.end - 3) : span.end].rstrip("\"”'’»`")
    stops = bool(_CLOSING_STOP.search(inner_end.rstrip()))
    return (
        span.end <= first <= span.end + 4 and stops and bool(_CONTACT_AFTER.fullmatch(article.text[span.end : first]))
    )


def _distance(span: Span, attribution: Attribution) -> int:
    parts = attribution.cue or ((attribution.source,) if attribution.source else ())
    return min((max(part.start - span.end, span.start - part.end, 0) for part in parts), default=0)


def _clause_ends_before(doc: Doc, article: Article, span: Span, attribution: Attribution) -> bool:
    """Tell whether an introducing phrase or a document has its own clause, ended before the quotation begins.

    "According to reports, there are …, “and this raises …”": the reports say the clause; nobody is said to say the
    rest. A person's clause goes on, since people are quoted, documents are reported.
    """
    stated = [*attribution.cue, *([attribution.source] if attribution.source else [])]
    last = max(part.end for part in stated)
    between = article.text[last : span.start] if last <= span.start else ""
    own = _SENTENCE_END.search(between) or _NEW_CLAUSE.match(span.text)
    if not own or not _CLAUSE_END.search(between):
        return False
    introducing = attribution.cue_lemma in _INTRODUCING_CUES
    kind = _source_kind(doc, attribution.source)
    if kind == "person" or not (introducing or kind == "document"):
        return False
    clause = doc.char_span(last, span.start, alignment_mode="contract")
    return clause is not None and any(token.tag_ in _FINITE_TAGS for token in clause)


def _source_kind(doc: Doc, source: Span | None) -> str:
    """Tell a source that is a person from a document by its head; empty for anything else."""
    tokens = doc.char_span(source.start, source.end, alignment_mode="expand") if source else None
    if tokens is None or not len(tokens):
        return ""
    head: Token = tokens.root
    if head.lower_ in _PERSON_PRONOUNS or head.ent_type_ == "PERSON" or _is_noun(head, "person_nouns"):
        return "person"
    if _is_noun(head, "informant_nouns") or _is_noun(head, "spokesperson_nouns"):
        return "person"
    return "document" if _is_noun(head, "document_nouns") else ""


def _is_noun(head: Token, lexicon: str) -> bool:
    return not words(lexicon).isdisjoint({head.lower_, head.lemma_.lower()})


def _is_the_content(quotation: Quotation, attribution: Attribution) -> bool:
    """Tell whether the quotation is what is said rather than a word in it: called it “a disaster”."""
    shared = sum(
        max(0, min(part.end, quotation.span.end) - max(part.start, quotation.span.start))
        for part in attribution.content
    )
    return shared >= _SHARE * sum(part.end - part.start for part in attribution.content)
