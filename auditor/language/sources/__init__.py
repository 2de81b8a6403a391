"""Sources over the whole article: who is who, who is named anywhere, what is disclosed, what counts as sourcing.

`resolve_sources` is the step; the modules behind it each do one thing: `phrases` reads the words of a source, `naming`
knows whom the article names, `antecedents` looks back from pronouns, `resolution` joins mentions to entries,
`identity` and `documents` say what kind of source it is, `anonymity` what is disclosed, `sourcing` what counts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from auditor.language.annotations import Anonymity, Attribution, Identity, Quotation, ReasonKind, Source
from auditor.language.sources.anonymity import Disclosures
from auditor.language.sources.antecedents import Antecedents
from auditor.language.sources.ledger import Entry
from auditor.language.sources.naming import Names
from auditor.language.sources.phrases import Form, read_phrase
from auditor.language.sources.resolution import Resolver
from auditor.language.sources.sourcing import is_polled, not_sourcing_because
from auditor.text import Article


def resolve_sources(
    doc: Doc, article: Article, attributions: tuple[Attribution, ...], quotations: tuple[Quotation, ...]
) -> tuple[tuple[Attribution, ...], tuple[Source, ...]]:
    """Give each attribution its source, and the ledger of sources in the order of their first mention."""
    names = Names(doc, _name_sources(doc, article, attributions))
    antecedents = Antecedents(doc, names, quotations)
    resolver = Resolver(doc, article, names, antecedents)
    resolved: list[tuple[Attribution, Entry | None]] = []
    for attribution in sorted(attributions, key=_place):
        entry, phrase = resolver.resolve(attribution.source) if attribution.source else (None, None)
        because = not_sourcing_because(doc, attribution, phrase, antecedents)
        if not because and entry is not None and entry.own:
            because = "The writer tells of somebody of their own."
        if not because and entry is not None and is_polled(entry.label):
            because = "Respondents of a poll are not sources of the article."
        resolved.append(
            (
                replace(
                    attribution,
                    source=phrase.span if phrase else attribution.source,
                    sourcing=not because,
                    not_sourcing_because=because,
                ),
                entry,
            )
        )
    return _ledger(doc, article, _without_accounts(resolved), quotations)


def _without_accounts(
    resolved: list[tuple[Attribution, Entry | None]],
) -> list[tuple[Attribution, Entry | None]]:
    """Let nobody count as a source who only appears inside a named person's account ("Ruud said a clerk told her")."""
    accounts = [
        (span.start, span.end, attribution.id)
        for attribution, entry in resolved
        if attribution.sourcing and entry is not None and entry.identity is Identity.NAMED_PERSON
        for span in attribution.content
    ]
    inside = []
    for attribution, entry in resolved:
        source = attribution.source
        if source is not None and attribution.sourcing and entry is not None and entry.identity.is_unnamed_people:
            anchor = attribution.anchor
            if any(
                s <= source.start and source.end <= e and s <= anchor < e and id != attribution.id
                for s, e, id in accounts
            ):
                because = "It is told inside a named person's account."
                attribution = replace(attribution, sourcing=False, not_sourcing_because=because)
        inside.append((attribution, entry))
    return inside


def _name_sources(doc: Doc, article: Article, attributions: tuple[Attribution, ...]) -> list[TokenSpan]:
    """Give the proper names used as sources, a second witness of who is named beside entity recognition."""
    found = []
    for attribution in attributions:
        phrase = read_phrase(doc, article, attribution.source) if attribution.source else None
        if phrase is not None and phrase.form is Form.NAME and not phrase.definite:
            found.append(doc[phrase.start : phrase.end])
    return found


def _ledger(
    doc: Doc,
    article: Article,
    resolved: list[tuple[Attribution, Entry | None]],
    quotations: tuple[Quotation, ...],
) -> tuple[tuple[Attribution, ...], tuple[Source, ...]]:
    entries: dict[str, Entry] = {}
    for _, entry in resolved:
        if entry is not None:
            entries.setdefault(entry.key, entry)
    ids = {key: f"s{number}" for number, key in enumerate(entries, 1)}
    counts = Counter(ids[entry.key] for attribution, entry in resolved if entry is not None and attribution.sourcing)
    finished = [replace(attribution, source_id=ids[entry.key] if entry else None) for attribution, entry in resolved]
    source_of = {attribution.id: attribution.source_id for attribution in finished}
    words: Counter[str] = Counter()
    for quotation in quotations:
        source_id = source_of.get(quotation.attribution_id or "")
        if source_id and not quotation.nested:
            words[source_id] += quotation.words
    disclosures = Disclosures(article, ((sentence.start_char, sentence.end_char) for sentence in doc.sents))
    sources = tuple(
        _source(entry, ids[key], counts=counts, words=words, anonymity=_anonymity(entry, entries, disclosures))
        for key, entry in entries.items()
    )
    order = {attribution.id: number for number, attribution in enumerate(finished)}
    return tuple(sorted(finished, key=lambda one: (len(one.id), one.id, order[one.id]))), sources


def _anonymity(entry: Entry, entries: dict[str, Entry], disclosures: Disclosures) -> Anonymity | None:
    """Collect what is disclosed about an unnamed source; what is said of a group is said of each of its members."""
    if not entry.identity.is_unnamed_people:
        return None
    others = [
        span
        for other in entries.values()
        if other is not entry and other.identity.is_unnamed_people and not _together(entry, other)
        for span in other.mentions
    ]
    own = disclosures.of(entry.mentions, others)
    group = entries.get(entry.group)
    if own.reason is not ReasonKind.NONE or group is None:
        return own
    return disclosures.of([*group.mentions, *entry.mentions], others)


def _together(one: Entry, other: Entry) -> bool:
    """Tell whether one of two sources is a member of the other: "one of the officials", "the officials"."""
    return one.key == other.group or other.key == one.group


def _source(entry: Entry, id: str, *, counts: Counter[str], words: Counter[str], anonymity: Anonymity | None) -> Source:
    return Source(
        id=id,
        label=entry.label,
        identity=entry.identity,
        certainty=entry.certainty,
        evidence=tuple(entry.evidence),
        mentions=tuple(sorted(entry.mentions)),
        attributions=counts[id],
        quoted_words=words[id],
        role=entry.role,
        affiliation=entry.affiliation,
        people=entry.people,
        anonymity=anonymity,
    )


def _place(attribution: Attribution) -> int:
    return attribution.source.start if attribution.source else attribution.anchor
