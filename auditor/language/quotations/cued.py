"""Attributions for quotations that nothing governs yet although a cue stands beside them in plain sight.

Syntax finds the speech verb with its subject next to the marks, before a colon, or a line "― Name" behind them.
textacy's extractor is a second witness, paragraph by paragraph: it raises on odd marks and misses split quotations, so
it only makes a reading surer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from auditor.language.annotations import Attribution, Marks, Quotation, QuotationKind
from auditor.language.lexicon import words
from auditor.language.quotations.inheritance import LABEL
from auditor.language.tagger import TaggedAttribution
from auditor.text import Article

# Below every reading that the tagger gives with conviction; as sure as one of those when textacy reads the same cue.
_PROBABILITY = 0.6
_SECONDED = 0.8

_REACH = 30
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ADDED_CLAUSES = frozenset({"relcl", "acl"})
_STOPS = frozenset(".?!;")
_GOES_ON = re.compile(r"[,?!…—–-][\"”’'»]?$")
# "― Ann Dorn", then the end of the line, a bracket or a short description. Blanks may be hard ones.
_CREDIT_LINE = re.compile(
    r"[^\S\n]*\n?[^\S\n]*(?P<dash>[―—–-]{1,2})[^\S\n]*(?P<name>(?:[A-Z][\w.’'-]*[^\S\n]?){1,4})"
    r"(?=[^\S\n]*(?:\(|,[^.\n]{0,60}(?:\n|$)|\n|$))"
)


def cued_quotations(
    doc: Doc, article: Article, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[TaggedAttribution, ...]:
    """Give readings for ungoverned speech whose cue stands beside it, in text order.

    Args:
        doc: the parsed article.
        article: the same article.
        quotations: as `govern_quotations` left them.
        attributions: those known; their cues are left alone.
    """
    taken = {span.start for attribution in attributions for span in attribution.cue}
    loose = [
        quotation
        for quotation in quotations
        if quotation.attribution_id is None and quotation.kind is QuotationKind.SPEECH and not quotation.nested
    ]
    found = []
    for quotation in loose:
        reading = _label(article, quotation) or _credit_line(article, quotation) or _cued(doc, article, quotation)
        if reading is not None and reading.cue[0][0] not in taken:
            taken.add(reading.cue[0][0])
            found.append(reading)
    return tuple(found)


def _label(article: Article, quotation: Quotation) -> TaggedAttribution | None:
    """Read "“DORN: We left.”" as an attribution to the one whom the transcript labels."""
    match = LABEL.match(article.text, quotation.span.start, quotation.span.end)
    if match is None:
        return None
    return TaggedAttribution(
        source=(match.span("name"),),
        cue=(match.span("colon"),),
        content=((match.end(), quotation.span.end),),
        probability=_PROBABILITY,
    )


def _credit_line(article: Article, quotation: Quotation) -> TaggedAttribution | None:
    """Read "“…” ― Ann Dorn" as an attribution to her; the dash is its cue."""
    match = _CREDIT_LINE.match(article.text, quotation.span.end)
    if match is None:
        return None
    name = match["name"].rstrip(". \u00a0")
    return TaggedAttribution(
        source=((match.start("name"), match.start("name") + len(name)),),
        cue=(match.span("dash"),),
        content=((quotation.span.start, quotation.span.end),),
        probability=_PROBABILITY,
    )


def _cued(doc: Doc, article: Article, quotation: Quotation) -> TaggedAttribution | None:
    span = doc.char_span(quotation.span.start, quotation.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    for window in (_after(doc, article, quotation, span), _before(doc, article, quotation, span)):
        verb = _speech_verb(window)
        if verb is not None:
            return _reading(doc, article, quotation, verb)
    return None


def _after(doc: Doc, article: Article, quotation: Quotation, span: Span) -> list[Token]:
    """Give the words behind a quotation whose sentence goes on, up to the next stop or mark."""
    if quotation.marks is Marks.BLOCK or not _GOES_ON.search(quotation.span.text):
        return []
    return list(_until_stop(doc[span.end : span.end + _REACH]))


def _until_stop(tokens: Span) -> Iterator[Token]:
    for token in tokens:
        if token.text in _STOPS or token.is_quote or "\n" in token.text:
            return
        yield token


def _before(doc: Doc, article: Article, quotation: Quotation, span: Span) -> list[Token]:
    """Give the words of the clause that leads to the marks, the last ones first: by a colon, or by a verb and comma."""
    words_before = [token for token in doc[max(0, span.start - _REACH) : span.start] if not token.is_space]
    if not words_before:
        return []
    last = words_before[-1]
    colon = last.text.endswith(":")
    verb = words_before[-2] if last.text in (",", ":") and len(words_before) > 1 else last
    if not colon and verb.lower_ not in words("speech_verbs"):
        return []
    if not colon and article.paragraph_at(verb.idx) != article.paragraph_at(quotation.span.start):
        return []
    clause = []
    for token in reversed(words_before[:-1] if colon else words_before):
        if token.text in _STOPS or token.is_quote:
            break
        clause.append(token)
    return clause


def _speech_verb(window: list[Token]) -> Token | None:
    """Give the first speech verb with a subject of its own in the window."""
    places = {token.i for token in window}
    for token in window:
        known = token.lower_ in words("speech_verbs") and token.pos_ == "VERB" and token.dep_ not in _ADDED_CLAUSES
        if known and any(child.dep_ in _SUBJECTS and child.i in places for child in token.children):
            return token
    return None


def _reading(doc: Doc, article: Article, quotation: Quotation, verb: Token) -> TaggedAttribution:
    subject = next(child for child in verb.children if child.dep_ in _SUBJECTS)
    phrase = [token for token in subject.subtree if not quotation.span.start <= token.idx < quotation.span.end]
    phrase = [token for token in phrase if (token.i < verb.i) == (subject.i < verb.i) and not token.is_space] or [
        subject
    ]
    end = phrase[-2] if len(phrase) > 1 and phrase[-1].is_punct else phrase[-1]
    return TaggedAttribution(
        source=((phrase[0].idx, end.idx + len(end)),),
        cue=((verb.idx, verb.idx + len(verb)),),
        content=((quotation.span.start, quotation.span.end),),
        probability=_SECONDED if _is_seconded(doc, article, quotation, verb) else _PROBABILITY,
    )


def _is_seconded(doc: Doc, article: Article, quotation: Quotation, verb: Token) -> bool:
    """Tell whether textacy reads this verb as the cue of a quotation of its paragraph."""
    bounds = [article.paragraph_at(verb.idx), article.paragraph_at(quotation.span.start)]
    start = min(paragraph.start for paragraph in bounds if paragraph)
    end = max(paragraph.end for paragraph in bounds if paragraph)
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    # Imported here: it takes two seconds, and most articles need no second witness.
    from textacy.extract.triples import direct_quotations

    try:
        triples = list(direct_quotations(span.as_doc()))
    except ValueError:
        # An odd number of marks: the extractor gives up, and the reading stands alone.
        return False
    return any(token.i + span.start == verb.i for triple in triples for token in triple.cue)
