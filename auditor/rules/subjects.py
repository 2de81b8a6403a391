"""What a rule looks at, taken apart: the matched parts, the evidence of the annotation, and the words for a message.

One place knows how each kind of annotation is shown, so that rule files need only name parts and placeholders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.claims.claim import Claim
from auditor.findings import Evidence
from auditor.language.annotations import (
    AlterationKind,
    Attribution,
    Certainty,
    Figure,
    Name,
    Quotation,
    Relay,
    Source,
)
from auditor.rules.context import Context, Subject
from auditor.rules.model import Over
from auditor.rules.phrases import Phrase
from auditor.text import Article, Span

# The part that is marked unless a rule says otherwise; the parts a rule may mark; the words a message may use.
DEFAULT_MARK: Mapping[Over, str] = {
    Over.ATTRIBUTIONS: "source",
    Over.SOURCES: "mention",
    Over.FIGURES: "figure",
    Over.RELAYS: "outlet",
    Over.QUOTATIONS: "quotation",
    Over.NAMES: "spelling",
    Over.CLAIMS: "claim",
    Over.PHRASES: "phrase",
    Over.ARTICLE: "mention",
}
MARKS: Mapping[Over, tuple[str, ...]] = {
    Over.ATTRIBUTIONS: ("source", "cue", "content"),
    Over.SOURCES: ("mention", "reason", "formula", "basis", "terms"),
    Over.FIGURES: ("figure", "hedge", "source", "cue"),
    Over.RELAYS: ("outlet", "cue", "source"),
    Over.QUOTATIONS: ("quotation", "insertion", "ellipsis"),
    Over.NAMES: ("spelling",),
    Over.CLAIMS: ("claim", "subject", "corroboration", "reply"),
    Over.PHRASES: ("phrase",),
    Over.ARTICLE: ("mention", "headline", "passage", "source", "figure", "outlet", "quotation", "formula"),
}
PLACEHOLDERS: Mapping[Over, tuple[str, ...]] = {
    Over.ATTRIBUTIONS: ("source", "label", "role", "cue", "statements"),
    Over.SOURCES: ("label", "role", "reason", "basis", "statements", "quoted_words"),
    Over.FIGURES: ("figure", "hedge", "label"),
    Over.RELAYS: ("outlet", "words", "label"),
    Over.QUOTATIONS: ("quotation", "words", "alterations", "label"),
    Over.NAMES: ("spellings", "usual"),
    Over.CLAIMS: ("claim", "subject", "verdict"),
    Over.PHRASES: ("phrase",),
    Over.ARTICLE: ("label", "words", "statements"),
}

_LONGEST_QUOTE = 60


def subjects(over: Over, context: Context) -> Sequence[Subject]:
    """Give the annotations of one kind in text order; for `article`, the article itself."""
    if over is Over.ARTICLE:
        return (context.article,)
    if over is Over.CLAIMS:
        return context.claims
    if over is Over.PHRASES:
        return ()  # found by the rule itself
    if over is Over.SOURCES:
        # A source of the ledger that carries no statement is nobody's finding.
        return [source for source in context.annotations.sources if source.id in context.by_source]
    annotations: Sequence[Subject] = getattr(context.annotations, over)
    return annotations


def matched_parts(subject: Subject, context: Context) -> tuple[Evidence, ...]:
    """Give the parts of the text that an annotation is made of, each with its role."""
    if isinstance(subject, Article):
        return ()
    if isinstance(subject, Attribution):
        return _attribution_parts(subject)
    if isinstance(subject, Source):
        return _source_parts(subject)
    if isinstance(subject, Figure):
        return (*_parts(("figure", subject.span), ("hedge", subject.hedge)), *_carrier(subject, context))
    if isinstance(subject, Relay):
        return (*_parts(("outlet", subject.span), ("cue", subject.cue)), *_carrier(subject, context))
    if isinstance(subject, Quotation):
        changes = [Evidence(str(change.kind), change.span) for change in subject.alterations]
        return (Evidence("quotation", subject.span), *changes)
    if isinstance(subject, Phrase):
        return (Evidence("phrase", subject.span),)
    if isinstance(subject, Claim):
        return _claim_parts(subject)
    places = (place for spelling in subject.spellings for place in spelling.places)
    return tuple(Evidence("spelling", place) for place in sorted(places))


def notes_of(subject: Subject, context: Context) -> tuple[str, ...]:
    """Give the language layer's own evidence for an annotation and for the source it rests on."""
    own: tuple[str, ...] = subject.notes if isinstance(subject, Claim) else getattr(subject, "evidence", ())
    source = context.source_of(subject)
    if source is None or source is subject:
        return own
    return (*own, *(note for note in source.evidence if note not in own))


def certainty_of(subject: Subject) -> Certainty:
    """Give how sure the annotation is; quotation marks and whole articles are sure."""
    certainty: Certainty = getattr(subject, "certainty", Certainty.FIRM)
    return certainty


def words_for(subject: Subject, context: Context) -> dict[str, str]:
    """Give the words for the placeholders of a message, quoted where they are words of the text."""
    source = context.source_of(subject)
    if isinstance(subject, Article) and len(context.independent) == 1:
        source = context.independent[0][0]
    statements = len(context.by_source.get(source.id, ())) if source else 0
    found = {
        "label": quoted(source.label) if source else "an unnamed source",
        "name": source.label if source else "",
        "role": (source.role or "") if source else "",
        "statements": counted(statements, "attributed statement"),
    }
    return found | _own_words(subject, source, context)


def quoted(text: str) -> str:
    """Put words of the text between quotation marks, shortened at a word where they are long."""
    flat = " ".join(text.split()).strip("“”\"'‘’")
    if len(flat) > _LONGEST_QUOTE:
        flat = flat[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{flat}”"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Give a number with its noun: "1 figure", "2 figures", "no figures" for none."""
    if number == 1:
        return f"1 {noun}"
    return f"{number or 'no'} {plural or noun + 's'}"


def _own_words(subject: Subject, source: Source | None, context: Context) -> dict[str, str]:
    if isinstance(subject, Article):
        return {"words": counted(context.words, "word")}
    if isinstance(subject, Attribution):
        cue = " ".join(span.text for span in subject.cue)
        return {"source": _mention_words(subject, source), "cue": quoted(cue)}
    if isinstance(subject, Source):
        return _source_words(subject)
    if isinstance(subject, Figure):
        hedge = quoted(subject.hedge.text) if subject.hedge else "the words around it"
        return {"figure": quoted(subject.span.text), "hedge": hedge}
    if isinstance(subject, Relay):
        return {"outlet": subject.outlet, "words": quoted(subject.span.text)}
    if isinstance(subject, Quotation):
        changes = [change.span.text for change in subject.alterations if change.kind is AlterationKind.INSERTION]
        shown = ", ".join(quoted(text) for text in changes) or counted(len(subject.alterations), "omission")
        return {"quotation": quoted(subject.span.text), "words": counted(subject.words, "word"), "alterations": shown}
    if isinstance(subject, Phrase):
        return {"phrase": quoted(subject.span.text)}
    if isinstance(subject, Claim):
        accused = quoted(subject.subject.text) if subject.subject else "nobody in particular"
        return {"claim": quoted(subject.span.text), "subject": accused, "verdict": str(subject.verdict)}
    return _spelling_words(subject)


def _mention_words(attribution: Attribution, source: Source | None) -> str:
    """Give the source as it stands here, and how the article describes it most fully where that differs."""
    here = attribution.source.text if attribution.source else "somebody"
    if source is None or here.casefold() == source.label.casefold():
        return quoted(here)
    return f"{quoted(here)} ({source.label})" if attribution.source else quoted(source.label)


def _source_words(source: Source) -> dict[str, str]:
    disclosed = source.anonymity
    reason = disclosed.reason_span if disclosed else None
    basis = disclosed.basis if disclosed else None
    return {
        "reason": quoted(reason.text) if reason else "a reason",
        "basis": quoted(basis.text) if basis else "",
        "quoted_words": counted(source.quoted_words, "quoted word"),
    }


def _spelling_words(name: Name) -> dict[str, str]:
    shown = [f"{quoted(spelling.form)} ({len(spelling.places)})" for spelling in name.spellings]
    *first, last = shown
    return {
        "name": " ".join(sorted(spelling.form for spelling in name.spellings)),
        "spellings": f"{', '.join(first)} and {last}" if first else last,
        "usual": quoted(name.spellings[0].form),
    }


def _attribution_parts(attribution: Attribution) -> tuple[Evidence, ...]:
    cues = [Evidence("cue", span) for span in attribution.cue]
    contents = [Evidence("content", span) for span in attribution.content]
    return (*_parts(("source", attribution.source)), *cues, *contents)


def _source_parts(source: Source) -> tuple[Evidence, ...]:
    mentions = tuple(Evidence("mention", span) for span in source.mentions)
    disclosed = source.anonymity
    if disclosed is None:
        return mentions
    named = (
        ("reason", disclosed.reason_span),
        ("formula", disclosed.formula),
        ("basis", disclosed.basis),
        ("terms", disclosed.terms),
    )
    return (*mentions, *_parts(*named))


def _claim_parts(claim: Claim) -> tuple[Evidence, ...]:
    more = (("corroboration", claim.corroboration), ("reply", claim.reply))
    return (
        *_parts(("claim", claim.span), ("subject", claim.subject)),
        *(Evidence(role, span) for role, spans in more for span in spans),
    )


def _carrier(subject: Figure | Relay, context: Context) -> tuple[Evidence, ...]:
    """Give source and cue of the attribution that carries a figure or a relay."""
    attribution = context.attribution_of(subject)
    if attribution is None:
        return ()
    parts = [part for part in _attribution_parts(attribution) if part.role != "content"]
    return tuple(part for part in parts if part.span != subject.span)


def _parts(*named: tuple[str, Span | None]) -> tuple[Evidence, ...]:
    return tuple(Evidence(role, span) for role, span in named if span is not None)
