"""What a key claim rests on: the attributions that carry it, confirmation and reply stated in the text, the verdict.

The verdict is about the text alone: who is given as the source, never whether the claim is true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.claims.candidates import Candidate
from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.claims.text_words import Sentence
from auditor.language.annotations import Annotations, Attribution, Channel, Identity, RelayKind, Source
from auditor.text import Article, Span

_ON_RECORD = frozenset({Identity.NAMED_PERSON, Identity.NAMED_INSTITUTION, Identity.UNNAMED_SPOKESPERSON})
_DOCUMENTS = frozenset({Identity.NAMED_DOCUMENT, Identity.POLL_NAMED})
_RELAYED = frozenset({Identity.OUTLET, Identity.SOCIAL_ACCOUNT})
_SECOND_HAND = frozenset({RelayKind.OUTLET_REPORT, RelayKind.SOCIAL})

# "Independently confirmed", "a second source confirmed", "seen by": what newsrooms call corroboration (AP, Reuters).
_OTHERS = (
    r"(?:a (?:second|third|separate)|another"
    r"|(?:two|three|four|five|several) (?:other|more|further|independent|separate)) (?:\w+ ){0,2}"
)
_CORROBORATION = re.compile(
    r"\b(?:independently (?:confirmed|verified|corroborated)"
    r"|(?:confirmed|corroborated|verified|backed up|borne out) by"
    rf"|{_OTHERS}(?:confirmed|corroborated|(?:gave|described) the same)"
    r"|(?:records|documents|filings|footage|video|data|logs|accounts|photographs) (?:show|confirm|support|bear out)"
    r"|(?:seen|reviewed|obtained|examined) (?:by|for)|interviewed separately)\b",
    re.IGNORECASE,
)
_WITNESSED = re.compile(
    r"\b(?:(?:a|the|our|one) (?:reporter|correspondent|journalist|photographer|team)s?\b[^.]{0,60}\b"
    r"(?:saw|watched|witnessed|counted|heard|visited|observed)"
    r"|(?:seen|witnessed) by (?:a|our) (?:reporter|correspondent))",
    re.IGNORECASE,
)
_ANSWER_CUES = frozenset({"deny", "reject", "dismiss", "dispute", "decline", "refuse", "respond", "reply", "rebut"})
_NO_ANSWER = re.compile(
    r"\b(?:(?:did|does|has|have|had) not (?:immediately |yet )?(?:respond|repl(?:y|ied)|return|comment|answer)(?:ed)?"
    r"|declin\w+ (?:to )?(?:comment|answer|be interviewed|discuss)|refus\w+ to (?:comment|answer|discuss)"
    r"|could not (?:immediately )?be reached|not (?:immediately )?available for comment|no comment)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Evidence:
    """What the support of claims is looked for in; made once for an article."""

    article: Article
    annotations: Annotations
    sentences: Sequence[Sentence]

    @cached_property
    def by_id(self) -> dict[str, Source]:
        """Give the sources by their ids."""
        return {source.id: source for source in self.annotations.sources}

    @cached_property
    def second_hand(self) -> frozenset[str | None]:
        """Give the ids of attributions that came through another outlet or a platform."""
        relays = self.annotations.relays
        return frozenset(relay.attribution_id for relay in relays if relay.kind in _SECOND_HAND)


def claim_of(candidate: Candidate, number: int, evidence: Evidence) -> Claim:
    """Give the claim with everything that supports it."""
    stating = [one for one in evidence.sentences if _states(one, candidate)]
    carrying = tuple(one for one in evidence.annotations.attributions if one.sourcing and _carries(one, stating))
    corroboration = tuple(span for one in stating for span in _matches(_CORROBORATION, one, evidence.article))
    witnessed = any(_matches(_WITNESSED, one, evidence.article) for one in stating)
    verdict, note = _verdict(carrying, evidence, corroborated=bool(corroboration), witnessed=witnessed)
    if verdict is Verdict.NO_SOURCE and candidate.kind is ClaimKind.HEADLINE and len(stating) < 2:
        verdict, note = Verdict.UNMATCHED, "no sentence of the text shares enough words with the headline"
    return Claim(
        id=f"c{number}",
        span=candidate.span,
        kind=candidate.kind,
        verdict=verdict,
        subject=candidate.subject,
        attribution_ids=tuple(one.id for one in carrying),
        supporting_source_ids=tuple(dict.fromkeys(one.source_id for one in carrying if one.source_id)),
        figure_ids=candidate.figure_ids,
        corroboration=corroboration,
        reply=_reply(candidate, evidence) if candidate.subject is not None else (),
        notes=(note,),
    )


def _states(sentence: Sentence, candidate: Candidate) -> bool:
    inside = sentence.start < candidate.span.end and candidate.span.start < sentence.end
    return inside or sentence.states(candidate.sentence, headline=candidate.kind is ClaimKind.HEADLINE)


def _carries(attribution: Attribution, stating: Sequence[Sentence]) -> bool:
    """Tell whether one of the sentences that state the claim lies in what the attribution attributes."""
    if attribution.channel is Channel.DECLINED_COMMENT or attribution.cue_lemma in _ANSWER_CUES:
        return False
    return any(
        part.start < sentence.end and sentence.start < part.end for part in attribution.content for sentence in stating
    )


def _verdict(
    carrying: Sequence[Attribution], evidence: Evidence, *, corroborated: bool, witnessed: bool
) -> tuple[Verdict, str]:
    first_hand = [one for one in carrying if one.id not in evidence.second_hand]
    identities = {_identity(one, evidence) for one in first_hand}
    people = {identity for identity in identities if identity.is_unnamed_people}
    if identities & _ON_RECORD:
        return Verdict.NAMED, "a named source, or one who speaks for a named body, is given for it"
    if identities & _DOCUMENTS:
        return Verdict.DOCUMENTED, "a document that the article names is given for it"
    if witnessed or Identity.REPORTER in identities:
        return Verdict.WITNESSED, "the article says that a reporter saw it"
    if people or Identity.DOCUMENT_UNNAMED in identities:
        if corroborated:
            return Verdict.CORROBORATED, "its sources are not named; the article states a confirmation"
        return Verdict.UNNAMED, "every source given for it is unnamed"
    if len(first_hand) < len(carrying) or identities & _RELAYED:
        return Verdict.RELAYED, "every source given for it came through another outlet or a platform"
    return Verdict.NO_SOURCE, "no sentence that states it is attributed to anybody"


def _identity(attribution: Attribution, evidence: Evidence) -> Identity:
    source = evidence.by_id.get(attribution.source_id or "")
    return source.identity if source is not None else Identity.NONE


def _reply(candidate: Candidate, evidence: Evidence) -> tuple[Span, ...]:
    """Find the accused party's answer: its own words, its lawyer's, or a request for an answer that is told."""
    assert candidate.subject is not None  # asked for allegations only
    name = candidate.subject.text.split()[-1].casefold()
    spoken = [
        one.cue[0]
        for one in evidence.annotations.attributions
        if one.cue and _speaks_for(name, one, evidence) and not _is_inside(one.cue[0], candidate)
    ]
    told = [
        span
        for sentence in evidence.sentences
        if name in evidence.article.text[sentence.start : sentence.end].casefold()
        for span in _matches(_NO_ANSWER, sentence, evidence.article)
    ]
    return tuple(sorted({*told, *(cue for cue in spoken if not any(span.overlaps(cue) for span in told))}))


def _speaks_for(name: str, attribution: Attribution, evidence: Evidence) -> bool:
    source = evidence.by_id.get(attribution.source_id or "")
    words = f"{source.label} {source.affiliation or ''}" if source is not None else ""
    words += f" {attribution.source.text}" if attribution.source is not None else ""
    return name in re.findall(r"[\w’'-]+", words.casefold().replace("’s", "").replace("'s", ""))


def _is_inside(cue: Span, candidate: Candidate) -> bool:
    """Tell whether a cue belongs to the accusation itself, where the accused is quoted by the accuser."""
    return candidate.span.contains(cue)


def _matches(pattern: re.Pattern[str], sentence: Sentence, article: Article) -> tuple[Span, ...]:
    found = pattern.finditer(article.text, sentence.start, sentence.end)
    return tuple(article.span(match.start(), match.end()) for match in found)
