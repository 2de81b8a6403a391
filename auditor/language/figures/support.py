"""What a figure rests on when nothing hedges it: a named source, an unnamed one, a record, or nobody.

The source is the one whose attributed words hold the figure; of several, the innermost.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Certainty, FigureStatus, Identity, Source
from auditor.language.figures.assertion import consequence, governing_verb, in_brackets, is_incidental
from auditor.language.figures.evidence import Evidence, is_unnamed, sentences_after
from auditor.language.figures.quantities import Quantity, QuantityKind
from auditor.language.lexicon import words
from auditor.language.sentences import sentence_of
from auditor.text import Span

# The tagger's readings below this were wrong more often than right where articles were read by hand.
LEAST_PROBABILITY = 0.3
_NOT_SUPPORTING = frozenset({Identity.NONE, Identity.REPORTER})
_OWN_COUNT_VERBS = frozenset(
    ["have", "employ", "own", "operate", "run", "serve", "comprise", "maintain", "number", "staff", "insure"]
)
_FORECAST_CUES = frozenset(
    [
        "expect",
        "forecast",
        "predict",
        "project",
        "anticipate",
        "hope",
        "promise",
        "pledge",
        "vow",
        "plan",
        "offer",
        "propose",
        "aim",
        "intend",
    ]
)
_FUTURE = frozenset({"could", "will", "would", "'ll", "’ll", "shall", "should"})
_TOLD = frozenset({"dobj", "ccomp", "attr", "prep"})
_FUTURE_ADJECTIVES = frozenset({"likely", "unlikely", "set", "due", "poised", "going", "expected", "certain", "bound"})
# Not people who tell something: the voices of recordings, those whose word is a ruling, and what counts by itself.
_NO_INFORMANTS = frozenset(
    ["narrator", "announcer", "voiceover", "judge", "jury", "juror", "magistrate", "court", "tribunal", "tracker"]
)
_DENYING_CUES = frozenset({"deny", "reject", "dispute", "refute", "rebut", "dismiss", "doubt", "question"})
_VERIFYING_CUES = frozenset({"confirm", "verify", "corroborate"})
_CITING_CUES = frozenset({"according to", "according", "per", "cite"})
_RECORD_WORDS = frozenset(
    {"record", "records", "filing", "filings", "documents", "accounts", "register", "registry", "census"}
)


@dataclass(frozen=True, slots=True)
class Support:
    """What a figure rests on: its status, the attribution if any, why, in a sentence, and how sure that is."""

    status: FigureStatus
    attribution_id: str | None
    why: str
    certainty: Certainty = Certainty.FIRM


@dataclass(frozen=True, slots=True)
class Context:
    """What the article offers as support: attributions, the identity of each source, unnamed studies and records."""

    attributions: tuple[Attribution, ...]
    sources: dict[str, Source]
    evidence: tuple[Evidence, ...]
    unattributed_quotations: tuple[Span, ...] = ()


def support_of(doc: Doc, quantity: Quantity, context: Context) -> Support:
    """Say what this quantity rests on."""
    if any(span.start <= quantity.start and quantity.end <= span.end for span in context.unattributed_quotations):
        return Support(FigureStatus.UNATTRIBUTED, None, "It stands in a quotation whose speaker is not given.")
    attribution = innermost(quantity, context.attributions)
    evidence = _unnamed_evidence(quantity, context)
    if evidence and _may_be_doubtful(doc, quantity) and _agrees(attribution, evidence):
        phrase = quantity.text[evidence.phrase_start : evidence.phrase_end]
        why = f"It rests on “{phrase}”, whose maker is not named."
        # Where the tagger saw no attribution, only the words of the sentence speak for one.
        sure = attribution.certainty if attribution else Certainty.LIKELY
        return Support(FigureStatus.UNNAMED_SOURCE, attribution.id if attribution else None, why, sure)
    if attribution is None:
        return _unsupported(doc, quantity)
    source = context.sources.get(attribution.source_id or "")
    if source is None or source.identity in _NOT_SUPPORTING:
        return Support(
            FigureStatus.ATTRIBUTED, attribution.id, "An attribution without a source phrase holds the figure."
        )
    if _rests_on_unnamed(doc, quantity, attribution, source):
        why = f"It rests on “{source.label}”, whom the article does not name."
        return Support(FigureStatus.UNNAMED_SOURCE, attribution.id, why, _weaker(attribution, source))
    if _is_verified(attribution, source):
        return Support(FigureStatus.VERIFIED, attribution.id, f"It is confirmed by {source.label}.")
    return Support(FigureStatus.ATTRIBUTED, attribution.id, f"It is attributed to {source.label}.")


def _weaker(attribution: Attribution, source: Source) -> Certainty:
    return max(attribution.certainty, source.certainty, key=list(Certainty).index)


def innermost(quantity: Quantity, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """Give the attribution whose content holds the quantity's number, the shortest content first."""
    best: tuple[int, Attribution] | None = None
    for attribution in attributions:
        for span in attribution.content:
            holds = span.start <= quantity.start and quantity.number.end <= span.end
            holds = holds and not _is_after_parenthesis(quantity, attribution)
            if holds and (best is None or span.end - span.start < best[0]):
                best = span.end - span.start, attribution
    return best[1] if best else None


def _is_after_parenthesis(quantity: Quantity, attribution: Attribution) -> bool:
    """Tell whether the speaker's sentence ended before the figure: "40 were held, police say; in 2012 it was 27"."""
    cues = [cue for cue in attribution.cue if cue.end <= quantity.start]
    if not cues or attribution.content[0].start > cues[-1].start:
        return False
    between = quantity.text[cues[-1].end : quantity.start]
    return between.lstrip().startswith((";", ".")) and "“" not in between and '"' not in between


def _may_be_doubtful(doc: Doc, quantity: Quantity) -> bool:
    """Leave out times, official tallies, what comes along in a statement, and what is only forecast or promised."""
    if quantity.kind in (QuantityKind.DURATION, QuantityKind.TALLY) or is_incidental(doc, quantity):
        return False
    # How far away something lies is no count of it.
    if quantity.kind is QuantityKind.MEASURE and quantity.noun in words("extent_units"):
        return False
    asked = sentence_of(doc[quantity.head])[-1].text == "?"
    return not asked and not _is_forecast(doc, quantity)


def _is_forecast(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether the figure is of the future: "would cost $4", "is likely to win 40", "will propose spending $4"."""
    verb = governing_verb(doc[quantity.head])
    while verb is not None:
        auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if auxiliaries & _FUTURE and "have" not in auxiliaries:
            return True
        if verb.lower_ in _FUTURE_ADJECTIVES and "to" not in auxiliaries:
            return True
        verb = verb.head if verb.dep_ in ("xcomp", "pcomp") and verb.head.i != verb.i else None
    return False


def _unnamed_evidence(quantity: Quantity, context: Context) -> Evidence | None:
    for evidence in context.evidence:
        inside = evidence.start <= quantity.start and quantity.end <= evidence.end
        if inside and not evidence.phrase_start <= quantity.start < evidence.phrase_end:
            return evidence
    return None


def _agrees(attribution: Attribution | None, evidence: Evidence) -> bool:
    """Tell whether no other source stands for the figure: somebody who cites studies answers for what they say."""
    if attribution is None or attribution.source is None:
        return True
    return attribution.source.start < evidence.phrase_end and evidence.phrase_start < attribution.source.end


def _rests_on_unnamed(doc: Doc, quantity: Quantity, attribution: Attribution, source: Source) -> bool:
    unnamed = source.identity.is_unnamed_people or source.identity is Identity.DOCUMENT_UNNAMED
    if not unnamed or not attribution.sourcing or not _may_be_doubtful(doc, quantity):
        return False
    if attribution.probability < LEAST_PROBABILITY or attribution.cue_lemma in _FORECAST_CUES | _DENYING_CUES:
        return False
    if _is_anothers(doc, quantity, attribution) or not _is_informant(doc, attribution):
        return False
    if source.identity is Identity.DOCUMENT_UNNAMED:
        return _is_unnamed_evidence(doc, attribution)
    return not (source.identity is Identity.UNNAMED_SPOKESPERSON and _is_own_count(doc, quantity))


def _is_anothers(doc: Doc, quantity: Quantity, attribution: Attribution) -> bool:
    """Tell whether the content hands the figure to somebody else, to brackets, or to the speaker's own books.

    "They noted that the Audit Office found 12", "Unions (about 45 miles away) say", "Groups reported spending $6m".
    """
    content = next(span for span in attribution.content if span.start <= quantity.start < span.end)
    opening = doc.char_span(content.start, content.start + 1, alignment_mode="expand")
    first = int(opening[0].i) if opening else quantity.first
    if in_brackets(doc, first, quantity.first) or (attribution.cue_lemma == "report" and doc[first].tag_ == "VBG"):
        return True
    token = doc[quantity.head]
    while token.head.i != token.i and content.start <= token.head.idx < content.end:
        child, token = token, token.head
        tells = token.lemma_.lower() in words("evidence_verbs") and token.pos_ == "VERB" and child.dep_ in _TOLD
        teller = next((word for word in token.children if word.dep_ == "nsubj" and word.i >= first), None)
        if tells and teller is not None and any(word.pos_ == "PROPN" for word in teller.subtree):
            return token.lemma_ not in ("have", "list", "note")
    return False


def _is_informant(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether the phrase stands for people at all, and is no name such as "the Dock Workers of Vell"."""
    phrase = attribution.source and doc.char_span(
        attribution.source.start, attribution.source.end, alignment_mode="expand"
    )
    if not phrase:
        return True
    noun = phrase.root
    titled = noun.pos_ == "PROPN" and any(left.pos_ == "PROPN" for left in noun.lefts)
    members = [right for right in noun.rights if right.lower_ == "of"]
    bodies = {held.lemma_.lower() for right in members for held in right.children} | {noun.lemma_.lower()}
    return not (titled and members) and not bodies & (_NO_INFORMANTS | words("institution_nouns"))


def _is_unnamed_evidence(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether the phrase stands for a study, poll or record that nothing nearby names."""
    phrase = attribution.source and doc.char_span(
        attribution.source.start, attribution.source.end, alignment_mode="expand"
    )
    if not phrase:
        return False
    noun = phrase.root
    if attribution.cue_lemma not in words("evidence_verbs") | _CITING_CUES:
        return False
    return noun.lemma_.lower() in words("evidence_nouns") and is_unnamed(noun, sentences_after(noun))


def _is_own_count(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether an institution counts itself: "the company has 3,000 staff, a spokeswoman said"."""
    verb = governing_verb(doc[quantity.head])
    if verb is None or verb.lemma_ not in _OWN_COUNT_VERBS:
        return False
    return any(child.dep_ == "nsubj" for child in verb.children)


def _is_verified(attribution: Attribution, source: Source) -> bool:
    if attribution.cue_lemma in _VERIFYING_CUES:
        return True
    return source.identity is Identity.NAMED_DOCUMENT and bool(set(source.label.lower().split()) & _RECORD_WORDS)


def _unsupported(doc: Doc, quantity: Quantity) -> Support:
    trigger = consequence(doc, quantity)
    if trigger:
        return Support(FigureStatus.UNATTRIBUTED, None, f"No source is given for a figure about “{trigger}”.")
    return Support(FigureStatus.PLAIN, None, "The article states it in its own voice.")
