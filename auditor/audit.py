"""One article, or many as a stream, from the text to the audit document.

A thin wrapper: the language layer annotates, the engine applies the rules, the profile counts. An article that cannot
be audited gives a document that says why, never an empty clean one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from typing import TYPE_CHECKING

from auditor import __version__
from auditor.admission import refusal
from auditor.claims.find import find_claims
from auditor.decisions.applying import Overlay, lay_over
from auditor.document import SCHEMA_VERSION, AuditDocument, AuditedArticle, Settings, Tool
from auditor.engine import apply_rules
from auditor.language.house_outlets import HouseOutlets
from auditor.language.identities import Certainty
from auditor.language.pipeline import BATCH_SIZE, DEFAULT_MODEL, AnnotatedArticle, annotate, load_pipeline
from auditor.language.set_aside import remaining, set_aside
from auditor.language.tagger import TAGGER_VERSION
from auditor.policies.counts import Facts
from auditor.policies.model import Policy
from auditor.policies.selection import rules_in_force
from auditor.policies.view import not_checked, policy_view
from auditor.profile import profile_of
from auditor.rules.loader import load_rules
from auditor.rules.model import Rule, rules_hash
from auditor.text import Article

if TYPE_CHECKING:
    from spacy.language import Language

_DISTRIBUTION = "source-auditor"


@dataclass(frozen=True, slots=True)
class House:
    """What a newsroom brings to an audit besides its rules.

    Attributes:
        policies: the policies to whose requirements an article is held.
        outlets: its own outlets, and those it adds to the list.
        overlay: what its editors decided, and an earlier audit as the baseline.
        min_certainty: readings below it give no findings and no counts.
        notices: what readers of every audit must know, in sentences.
    """

    policies: tuple[Policy, ...] = ()
    outlets: HouseOutlets = field(default_factory=HouseOutlets)
    overlay: Overlay = field(default_factory=Overlay)
    min_certainty: Certainty = Certainty.POSSIBLE
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Means:
    """What every article of a run is audited with."""

    rules: tuple[Rule, ...]
    tool: Tool
    house: House
    settings: Settings


def audit(
    article: Article,
    *,
    nlp: Language | None = None,
    rules: Sequence[Rule] | None = None,
    house: House | None = None,
    model: str = DEFAULT_MODEL,
    keep_text: bool = True,
) -> AuditDocument:
    """Audit one article.

    Args:
        article: the article as read.
        nlp: a loaded pipeline with the auditor's steps; null to load `model` once and keep it.
        rules: the rules to apply; null for the program's own, as far as the newsroom's policies choose them.
        house: the newsroom's policies, outlets and decisions; null for none.
        model: name of an installed English spaCy pipeline.
        keep_text: whether the document holds the article's text.

    Raises:
        ModelError: the pipeline is missing or does not fit.
    """
    return next(audit_many([article], nlp=nlp, rules=rules, house=house, model=model, keep_text=keep_text))


def audit_many(
    articles: Iterable[Article],
    *,
    nlp: Language | None = None,
    rules: Sequence[Rule] | None = None,
    house: House | None = None,
    model: str = DEFAULT_MODEL,
    keep_text: bool = True,
    keep_going: bool = False,
) -> Iterator[AuditDocument]:
    """Audit articles as a stream, one document each, in their order.

    Args:
        articles: read lazily, a batch at a time.
        nlp: a loaded pipeline with the auditor's steps; null to load `model` once and keep it.
        rules: the rules to apply; null for the program's own, as far as the newsroom's policies choose them.
        house: the newsroom's policies, outlets and decisions; null for none.
        model: name of an installed English spaCy pipeline.
        keep_text: whether the documents hold the articles' text.
        keep_going: record a bug as "internal error: …" in the document of the article that met it, for long runs;
            otherwise it is raised.

    Raises:
        ModelError: the pipeline is missing or does not fit.
    """
    loaded = nlp or _pipeline(model)
    known = house or House()
    chosen = rules_in_force(load_rules(), known.policies) if rules is None else tuple(rules)
    settings = Settings(known.min_certainty, tuple(policy.key for policy in known.policies))
    means = _Means(chosen, _tool(loaded, chosen), known, settings)
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH_SIZE)):
        for document in _audited(loaded, batch, means, keep_going=keep_going):
            yield document if keep_text else _without_text(document)


def _audited(nlp: Language, batch: Sequence[Article], means: _Means, *, keep_going: bool) -> Iterator[AuditDocument]:
    refusals = [refusal(article) for article in batch]
    accepted = [article for article, reason in zip(batch, refusals, strict=True) if reason is None]
    documents = iter(_batch(nlp, accepted, means, keep_going=keep_going))
    for article, reason in zip(batch, refusals, strict=True):
        yield next(documents) if reason is None else _not_audited(article, reason, means)


def _batch(nlp: Language, articles: Sequence[Article], means: _Means, *, keep_going: bool) -> list[AuditDocument]:
    try:
        return [_document(annotated, means) for annotated in annotate(nlp, articles, means.house.outlets)]
    except Exception as error:
        if not keep_going:
            raise
        if len(articles) == 1:
            return [_not_audited(articles[0], f"internal error: {type(error).__name__}: {error}", means)]
    # One of them met a bug, and it ended the whole batch: find it, and keep the others.
    return [document for one in articles for document in _batch(nlp, [one], means, keep_going=True)]


def _document(annotated: AnnotatedArticle, means: _Means) -> AuditDocument:
    article, annotations = annotated.article, annotated.annotations
    counted = replace(annotated, annotations=remaining(annotations, means.settings.min_certainty))
    claims = find_claims(counted)
    results = apply_rules(means.rules, counted, claims)
    applied = lay_over(results.findings, means.house.overlay, article.id)
    facts = Facts(article, counted.annotations, applied.findings, results.signals, claims)
    aside = len(set_aside(annotations, means.settings.min_certainty))
    open_findings = [finding for finding in applied.findings if finding.open]
    in_force = {rule.code for rule in means.rules}
    return AuditDocument(
        schema_version=SCHEMA_VERSION,
        tool=means.tool,
        article=_identity(article),
        not_audited=None,
        text=article.text,
        paragraphs=article.paragraphs,
        zones=article.zones,
        links=article.links,
        positions=article.positions,
        quotations=annotations.quotations,
        attributions=annotations.attributions,
        sources=annotations.sources,
        figures=annotations.figures,
        relays=annotations.relays,
        names=annotations.names,
        claims=claims,
        findings=applied.findings,
        signals=results.signals,
        policies=tuple(policy_view(policy, facts, in_force) for policy in means.house.policies),
        profile=profile_of(article, counted.annotations, open_findings, set_aside=aside),
        settings=means.settings,
        notices=(*means.house.notices, *applied.notices, *not_checked(means.house.policies, in_force)),
    )


def _not_audited(article: Article, reason: str, means: _Means) -> AuditDocument:
    return AuditDocument(
        schema_version=SCHEMA_VERSION,
        tool=means.tool,
        article=_identity(article),
        not_audited=reason,
        text=None,
        settings=means.settings,
    )


def _without_text(document: AuditDocument) -> AuditDocument:
    return replace(document, text=None)


def _identity(article: Article) -> AuditedArticle:
    return AuditedArticle(
        id=article.id,
        metadata=article.metadata,
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        words=article.words,
        notes=article.notes,
    )


def _tool(nlp: Language, rules: Sequence[Rule]) -> Tool:
    return Tool(
        name=_DISTRIBUTION,
        version=_version(),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']}",
        model_version=str(nlp.meta.get("version", "")),
        tagger_version=TAGGER_VERSION,
        rules_hash=rules_hash(rules),
    )


def _version() -> str:
    """Give the installed version; a checkout that is not installed knows its own."""
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return __version__


@cache
def _pipeline(model: str) -> Language:
    """Keep a loaded pipeline: loading takes seconds, and it never changes."""
    return load_pipeline(model)
