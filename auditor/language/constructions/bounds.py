"""The bounds of a reading's spans, where syntax or punctuation shows that they stand wrong.

A possessive mark belongs to the source, a colon or comma to nobody, the addressee to the act of telling; a content
ends where the clause of its cue ends: "critics' warning that the dam would fail | went unheard".
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language.characters import Offsets, text_of, tokens_of
from auditor.language.constructions.places import contains, cue_verb, offsets_of
from auditor.language.tagger import TaggedAttribution

_MARKS = frozenset("“”\"'‘’«»„`")
_LEADING = frozenset(",;:>")
_TRAILING = frozenset(",;:.")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_ADDRESSED = frozenset({"tell", "inform", "assure", "remind", "notify", "warn", "advise"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def within_bounds(doc: Doc, reading: TaggedAttribution) -> TaggedAttribution:
    """Give a reading with its spans set right; a span is never left without a letter or digit."""
    reading = _with_possessive(doc, reading)
    reading = replace(reading, cue=_trimmed_cue(doc, reading.cue))
    content = _without_expletive(doc, reading)
    content = _within_clause(doc, reading, content)
    content = _behind_addressee(doc, reading, content)
    return replace(reading, content=tuple(_trimmed(doc, span) for span in content))


def _with_possessive(doc: Doc, reading: TaggedAttribution) -> TaggedAttribution:
    """Keep "'s" with the source that it belongs to, never with the cue."""
    source, cue = tokens_of(doc, reading.source), tokens_of(doc, reading.cue)
    if not source or source[-1].i + 1 >= len(doc):
        return reading
    mark = source[-1].nbor()
    if mark.text not in _POSSESSIVES or mark.tag_ != "POS" or contains(mark, reading.content):
        return reading
    first = (reading.source[0][0], mark.idx + len(mark))
    if cue and cue[0].i == mark.i:
        if len(cue) == 1:
            return reading
        return replace(reading, source=(first,), cue=((cue[1].idx, reading.cue[0][1]), *reading.cue[1:]))
    return replace(reading, source=(first,))


def _trimmed_cue(doc: Doc, cue: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """Leave out the colon or comma behind a cue that has words of its own."""
    if not cue:
        return cue
    tokens = tokens_of(doc, cue[-1:])
    while len(tokens) > 1 and tokens[-1].text in _TRAILING:
        tokens.pop()
    if not tokens or not any(token.is_alpha for token in tokens):
        return cue
    return (*cue[:-1], (cue[-1][0], min(cue[-1][1], offsets_of(tokens)[1])))


def _trimmed(doc: Doc, span: Offsets) -> Offsets:
    """Leave out commas, colons and full stops at the ends, not those inside quotation marks."""
    text = text_of(doc)
    start, end = span
    if not any(character.isalnum() for character in text[start:end]):
        return span
    while text[start] in _LEADING or text[start].isspace():
        start += 1
    closes = any(character in _MARKS for character in text[start : start + 1])
    last = doc.char_span(start, end, alignment_mode="contract")
    if not closes and last is not None and len(last) and last[-1].text in _TRAILING and last.end_char == end:
        end = last[-1].idx
        while text[end - 1] in ",;:" or text[end - 1].isspace():
            end -= 1
    return start, end


def _without_expletive(doc: Doc, reading: TaggedAttribution) -> tuple[Offsets, ...]:
    """Leave out the empty "it" of "it was feared that …"."""
    if len(reading.content) < 2 or not reading.cue:
        return reading.content
    start, end = reading.content[0]
    empty = text_of(doc)[start:end].lower() == "it" and end <= reading.cue[0][0]
    verb = cue_verb(doc, reading.cue)
    if not empty or verb is None or not any(child.dep_ in _CLAUSES for child in verb.children):
        return reading.content
    return reading.content[1:]


def _within_clause(doc: Doc, reading: TaggedAttribution, content: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """End the content where the clause or noun phrase of the cue ends and the sentence around it goes on."""
    if len(content) != 1 or not reading.cue or content[0][0] < reading.cue[-1][1]:
        return content
    head = _cue_head(doc, reading)
    tokens = tokens_of(doc, content)
    # Quoted words are somebody's: where a clause seems to end among them, the parser is likelier to be wrong.
    if head is None or not tokens or any(token.is_quote for token in tokens):
        return content
    outer = [token for token in head.ancestors if tokens[0].i < token.i <= tokens[-1].i]
    if not outer or not _rises_from_subject(head, outer[-1]):
        return content
    within = {token.i for token in head.subtree}
    kept: list[Token] = []
    for token in tokens:
        if token.i not in within:
            break
        kept.append(token)
    if not any(token.is_alpha for token in kept):
        return content
    return ((content[0][0], offsets_of(kept)[1]),)


def _rises_from_subject(head: Token, outer: Token) -> bool:
    """Tell whether the cue stands inside the subject of the outer verb, or a phrase in front of it."""
    step = head
    while step.head.i != step.i and step.head.i != outer.i:
        step = step.head
    return step.dep_ in ("nsubj", "nsubjpass", "csubj", "prep") and step.i < outer.i


def _cue_head(doc: Doc, reading: TaggedAttribution) -> Token | None:
    verb = cue_verb(doc, reading.cue)
    if verb is not None:
        return verb
    nouns = [token for token in tokens_of(doc, reading.cue) if token.pos_ == "NOUN"]
    return nouns[-1] if nouns else None


def _behind_addressee(doc: Doc, reading: TaggedAttribution, content: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """Begin the content behind the people who were told: "told police | the driver had been drinking"."""
    verb = cue_verb(doc, reading.cue)
    if verb is None or verb.lemma_.lower() not in _ADDRESSED:
        return content
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    addressee = next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i), None)
    if clause is None or addressee is None or addressee.i > clause.i:
        return content
    told, said = list(addressee.subtree), list(clause.subtree)
    # "told her deputies to leave" orders them: the deputies belong to what is ordered.
    if told[-1].i >= said[0].i or any(part.tag_ == "TO" for part in clause.children):
        return content
    return tuple(
        (said[0].idx, end) if start == told[0].idx and said[0].idx < end else (start, end) for start, end in content
    )
