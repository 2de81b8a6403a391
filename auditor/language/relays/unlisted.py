"""Names that only their place shows to be outlets: "told FenWire", "in an interview with Marsh Weekly", a show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from auditor.language.lexicon import words
from auditor.language.outlets import OutletKind, Reading
from auditor.language.relays.candidates import Mention, MentionKind

# Two capitals in one word are how sites write themselves, but also how Scots and Romance families do.
_CAMEL = re.compile(
    r"(?!Mac|Mc|De|Di|Du|La|Le|Fitz|Van|O['’])[A-Z][a-z]+[A-Z][A-Za-z]+\d*|[a-z]+[A-Z][a-z]+|[a-z]+[A-Z]{2,}"
)
_SHOW = re.compile(
    r"\b[A-Z]\w+(?: [A-Z]\w+){0,2}['’]s (?:[a-z-]+ )?"
    r"(?:(?:radio|TV|television|talk|cable|web) (?:show|programme|program)|podcast)\b"
)

# Words of programme titles; beside "an interview with" they tell a programme from a person.
_AIRY = frozenset(
    {"Today", "Tonight", "Daily", "Live", "Report", "Hour", "Weekly", "Morning", "Evening", "Weekend", "Now"}
)


def unlisted_names(doc: Doc) -> Iterator[Mention]:
    """Find names in no list and of no known shape whose place in the sentence is that of an outlet."""
    for token in doc:
        if token.lemma_.lower() == "tell" and token.i + 1 < len(doc):
            yield from _told(token)
        elif token.lower_ == "with" and token.i and doc[token.i - 1].lemma_.lower() == "interview":
            yield from _interviewing(doc, token)
        elif token.lower_ == "on" and token.i + 2 < len(doc) and doc[token.i + 1].is_quote:
            yield from _quoted_title(doc, token.i + 2)
    for match in _SHOW.finditer(doc.text):
        tokens = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if tokens is not None:
            yield Mention(tokens, MentionKind.NAMED, tokens.text, Reading.PATTERN, False, OutletKind.PROGRAMME)


def _told(verb: Token) -> Iterator[Mention]:
    token = verb.nbor(1)
    if _CAMEL.fullmatch(token.text):
        yield _mention(verb.doc[token.i : token.i + 1])


def _quoted_title(doc: Doc, start: int) -> Iterator[Mention]:
    """Take a title between quotation marks after "on" for a programme; the verb must still be one of speech."""
    end = start
    while end < len(doc) and end - start < 7 and not doc[end].is_quote and (doc[end].is_title or doc[end].is_stop):
        end += 1
    if end - start > 1 and end < len(doc) and (doc[end].is_quote or doc[end].is_punct) and doc[end - 1].is_title:
        yield Mention(
            doc[start:end], MentionKind.NAMED, doc[start:end].text, Reading.PATTERN, False, OutletKind.PROGRAMME
        )


def _interviewing(doc: Doc, preposition: Token) -> Iterator[Mention]:
    start = preposition.i + 1
    while start < len(doc) and (doc[start].is_quote or doc[start].lower_ in ("the", "a")):
        start += 1
    end = start
    if start < len(doc) and doc[start].is_upper and doc[start - 1].lower_ == "the":
        # "An interview with the FBI": initials with an article are an institution's.
        return
    while end < len(doc) and (doc[end].is_title or doc[end].is_upper) and not doc[end].is_punct:
        end += 1
    tokens = doc[start:end]
    if _can_be_outlet(tokens):
        yield _mention(tokens)


def _can_be_outlet(tokens: Tokens) -> bool:
    # One capital word alone is more often a person whom the parser did not know.
    if len(tokens) < 2 and not (len(tokens) == 1 and (_CAMEL.fullmatch(tokens[0].text) or tokens[0].is_upper)):
        return False
    if any(token.lower_ in words("institution_nouns") for token in tokens):
        return False
    if any(token.ent_type_ == "PERSON" and not token.is_upper for token in tokens):
        return False
    return len(tokens) == 1 or any(token.text in _AIRY for token in tokens)


def _mention(tokens: Tokens) -> Mention:
    return Mention(tokens, MentionKind.NAMED, tokens.text, Reading.PATTERN)
