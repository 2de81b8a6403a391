"""An invented article and its audit, built by hand, so that the report's tests need no language model."""

from __future__ import annotations

import dataclasses
import hashlib

from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.document import (
    AnonymityProfile,
    AuditDocument,
    AuditedArticle,
    LargestSource,
    Profile,
    Settings,
    Share,
    Tool,
)
from auditor.findings import Decision, DecisionState, Evidence, Finding, Reason, Severity, Signal
from auditor.language.annotations import (
    Alteration,
    AlterationKind,
    Anonymity,
    Attribution,
    AttributionKind,
    Certainty,
    Channel,
    Figure,
    FigureStatus,
    Identity,
    Marks,
    Name,
    Quotation,
    QuotationKind,
    Relay,
    RelayKind,
    Source,
    Spelling,
    Value,
)
from auditor.policies.outcome import Outcome, PolicyView, Requirement
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata, Span

TEXT = "\n".join(
    (
        "Harbour crane passed inspection it never had, official says",
        "The crane that fell on the Vessholm quay in March had not been examined for six years, "
        "a senior port official told the Coast Ledger.",
        "The official said as many as 400 tonnes of cargo were lifted every night with a cable that inspectors had "
        "marked for replacement. “We all knew the cable was done,” the official said. “Nobody wanted to be the one to "
        "stop the ships.”",
        "According to an internal memo, repairs would have cost 1.2 million crowns.",
        "“It was only a question of when [the crane] would come down.”",
        "Harbour director Ines Abarto denied that any inspection was missed. “Every certificate is on file,” she said "
        "in a statement.",
        "The accident left Veshholm’s main berth closed for 12 days.",
    )
)

TOOL = Tool("auditor", "0.1.0", "en_example", "3.8.0", "1", "9f2c4e61d0b7a85c3e")


def span(article: Article, words: str, nth: int = 0) -> Span:
    """Find the nth occurrence of some words."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return article.span(start, start + len(words))


def _attribution(article, key, source, source_id, cue, content, **more) -> Attribution:
    place = cue[0].start
    paragraph = article.paragraph_at(place)
    return Attribution(
        id=key,
        kind=more.pop("kind", AttributionKind.INDIRECT),
        channel=more.pop("channel", Channel.STATEMENT),
        source=source,
        source_id=source_id,
        cue=cue,
        cue_lemma=cue[0].text,
        content=content,
        certainty=more.pop("certainty", Certainty.FIRM),
        paragraph=paragraph.index,
        zone=paragraph.zone,
        **more,
    )


def _attributions(article: Article) -> tuple[Attribution, ...]:
    def at(words, nth=0):
        return span(article, words, nth)

    told = _attribution(
        article, "a1", at("a senior port official"), "s1", (at("told"),),
        (at("The crane that fell on the Vessholm quay in March had not been examined for six years"),),
        channel=Channel.INTERVIEW,
    )  # fmt: skip
    lifted = _attribution(
        article, "a2", at("The official"), "s1", (at("said"),),
        (at("as many as 400 tonnes of cargo were lifted every night with a cable that inspectors had marked for"),),
    )  # fmt: skip
    knew = _attribution(
        article, "a3", at("the official"), "s1", (at("said", 1),),
        (at("“We all knew the cable was done,”"), at("“Nobody wanted to be the one to stop the ships.”")),
        kind=AttributionKind.DIRECT,
    )  # fmt: skip
    memo = _attribution(
        article, "a4", at("an internal memo"), "s2", (at("According to"),),
        (at("repairs would have cost 1.2 million crowns"),), channel=Channel.DOCUMENT, certainty=Certainty.LIKELY,
    )  # fmt: skip
    denied = _attribution(
        article, "a5", at("Harbour director Ines Abarto"), "s3", (at("denied"),),
        (at("that any inspection was missed"),),
    )  # fmt: skip
    file = _attribution(
        article, "a6", at("she"), "s3", (at("said", 2),), (at("“Every certificate is on file,”"),),
        kind=AttributionKind.DIRECT,
    )  # fmt: skip
    return told, lifted, knew, memo, denied, file


def _sources(article: Article) -> tuple[Source, ...]:
    mentions = (span(article, "a senior port official"), span(article, "The official"), span(article, "the official"))
    return (
        Source(
            "s1", "a senior port official", Identity.UNNAMED_INDIVIDUAL, Certainty.LIKELY,
            ("“The official” repeats “a senior port official” one paragraph before.",), mentions, 3, 16,
            role="senior port official", affiliation="port", people=(1, 1), anonymity=Anonymity(),
        ),
        Source(
            "s2", "an internal memo", Identity.DOCUMENT_UNNAMED, Certainty.FIRM, ("A memo without title or date.",),
            (span(article, "an internal memo"),), 1,
        ),
        Source(
            "s3", "Ines Abarto", Identity.NAMED_PERSON, Certainty.FIRM, ("Named with her title.",),
            (span(article, "Harbour director Ines Abarto"), span(article, "she")), 2, 5,
            role="harbour director", people=(1, 1),
        ),
    )  # fmt: skip


def _quotations(article: Article) -> tuple[Quotation, ...]:
    def make(key, quoted, attribution, **more):
        place = span(article, quoted)
        return Quotation(key, place, Marks.DOUBLE, QuotationKind.SPEECH, attribution_id=attribution, **more)

    orphan = "“It was only a question of when [the crane] would come down.”"
    return (
        make("q1", "“We all knew the cable was done,”", "a3", words=7),
        make("q2", "“Nobody wanted to be the one to stop the ships.”", "a3", words=10),
        make(
            "q3", orphan, None, words=12,
            alterations=(Alteration(AlterationKind.INSERTION, span(article, "[the crane]")),),
        ),
        make("q4", "“Every certificate is on file,”", "a6", words=5),
    )  # fmt: skip


def _figures(article: Article) -> tuple[Figure, ...]:
    return (
        Figure("f1", span(article, "six years"), Value(6, 6, "years"), FigureStatus.UNNAMED_SOURCE, Certainty.FIRM,
               attribution_id="a1", evidence=("Stated by an unnamed person.",)),
        Figure("f2", span(article, "400 tonnes"), Value(None, 400, "tonnes"), FigureStatus.HEDGED, Certainty.FIRM,
               hedge=span(article, "as many as"), hedge_kind="open-bound", attribution_id="a2"),
        Figure("f3", span(article, "1.2 million crowns"), Value(1.2e6, 1.2e6, "crowns"), FigureStatus.UNNAMED_SOURCE,
               Certainty.LIKELY, attribution_id="a4"),
        Figure("f4", span(article, "12 days"), Value(12, 12, "days"), FigureStatus.PLAIN, Certainty.FIRM),
    )  # fmt: skip


def finding(key: str, rule: str, severity: Severity, words: Span | None, annotation: str | None, **more) -> Finding:
    """Make a finding with every part of its reason."""
    reason = Reason(
        matched=more.pop("matched", ()),
        conditions=("the source is never named",),
        notes=("Read from the whole article.",),
        severity_default=more.pop("default", severity),
        severity_steps=more.pop("steps", ()),
        why=more.pop("why", "A reader cannot weigh words whose speaker is unknown."),
        clear=more.pop("clear", "The name, or why it is withheld."),
        ask=more.pop("ask", "Why is this person not named?"),
    )
    return Finding(
        key, rule, more.pop("title"), severity, words, more.pop("message"), reason,
        more.pop("policies", ("AP A2", "NPR A2")), more.pop("certainty", Certainty.FIRM), annotation, **more,
    )  # fmt: skip


def _findings(article: Article) -> tuple[Finding, ...]:
    official = span(article, "a senior port official")
    return (
        finding("0a1b2c", "SRC001", Severity.HIGH, None, "s1", title="Single-source story",
                message="Most statements rest on one unnamed person.", default=Severity.MEDIUM,
                steps=("raised: the source is unnamed",), ask="Who else confirms the account?"),
        finding("1b2c3d", "ANON004", Severity.MEDIUM, official, "s1", title="No reason for anonymity",
                message="The article does not say why “a senior port official” is not named.",
                places=(span(article, "The official"), span(article, "the official")), also=("ANON001",),
                matched=(Evidence("source", official), Evidence("cue", span(article, "told")))),
        finding("2c3d4e", "FIG001", Severity.LOW, span(article, "400 tonnes"), "f2", title="Hedged figure",
                message="“400 tonnes” is hedged by “as many as”.", ask="Where is the number recorded?",
                matched=(Evidence("hedge", span(article, "as many as")),)),
        finding("3d4e5f", "REL002", Severity.LOW, span(article, "the Coast Ledger"), "r1", certainty=Certainty.POSSIBLE,
                title="Words given to another outlet", message="The interview was given to the Coast Ledger.",
                ask="Does the other outlet’s report say the same?"),
        finding("4e5f6a", "QUO001", Severity.MEDIUM, span(article, "“It was only a question of when"), "q3",
                title="Quotation without a speaker", message="No cue says who spoke these words.",
                ask="Who said this?"),
        finding("5f6a7b", "NAM001", Severity.INFO, span(article, "Veshholm"), "n1", title="Spellings of one name",
                message="Vessholm is also written Veshholm.", ask="Which spelling is right?"),
    )  # fmt: skip


def _profile() -> Profile:
    return Profile(
        summary=(
            "6 attributed statements: 3 rest on one unnamed person, 1 on an unnamed document, 2 on a named person. "
            "No reason for anonymity is given. The accused harbour’s reply is reported."
        ),
        attributions=6,
        by_identity={
            "unnamed-individual": Share(3, 6), "document-unnamed": Share(1, 6), "named-person": Share(2, 6),
        },
        quoted_words={"unnamed": Share(17, 34), "named": Share(5, 34), "no-speaker": Share(12, 34)},
        sources={"unnamed-individual": 1, "document-unnamed": 1, "named-person": 1},
        unnamed_people=(1, 1),
        largest_source=LargestSource("s1", "a senior port official", Share(3, 6), Share(17, 34)),
        anonymity=AnonymityProfile(1, 0, 0, 1, 0),
        figures={"hedged": 1, "unnamed-source": 2, "plain": 1},
        relays={"outlet_interview": 1},
        findings={"high": 1, "medium": 2, "low": 2, "info": 1},
    )  # fmt: skip


def invented_article(text: str = TEXT, **metadata: str) -> Article:
    """Make the article as the reader of plain text would."""
    known = {"publisher": "The Vessholm Courier", "byline": "By Lio Prent", "published": "2024-05-14"} | metadata
    return article_from_text(text, metadata=Metadata(language="en", url="https://example.org/crane", **known))


def invented_document() -> AuditDocument:
    """Make the audit of the invented article, with every kind of annotation."""
    article = invented_article()
    return dataclasses.replace(
        empty_document(article),
        quotations=_quotations(article),
        attributions=_attributions(article),
        sources=_sources(article),
        figures=_figures(article),
        relays=(
            Relay("r1", span(article, "the Coast Ledger"), "Coast Ledger", RelayKind.OUTLET_INTERVIEW, Certainty.FIRM,
                  attribution_id="a1", cue=span(article, "told"),
                  chain=("a senior port official", "the Coast Ledger", "this article"), evidence=("Known outlet.",)),
        ),
        names=(
            Name(
                "n1",
                tuple(Spelling(form, (span(article, form),)) for form in ("Vessholm", "Veshholm")),
                Certainty.LIKELY,
                ("One letter differs.",),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                span=span(article, "had not been examined for six years"),
                kind=ClaimKind.HEADLINE,
                verdict=Verdict.UNNAMED,
                attribution_ids=("a1",),
                supporting_source_ids=("s1",),
                figure_ids=("f1",),
                notes=("every source given for it is unnamed",),
            ),
            Claim(
                id="c2",
                span=span(article, "a cable that inspectors had marked for replacement"),
                kind=ClaimKind.ALLEGATION,
                verdict=Verdict.CORROBORATED,
                subject=span(article, "Ines Abarto"),
                attribution_ids=("a2",),
                supporting_source_ids=("s1", "s2"),
                corroboration=(span(article, "According to an internal memo"),),
                reply=(span(article, "Harbour director Ines Abarto denied"),),
            ),
        ),
        findings=_findings(article),
        signals=(
            Signal("POS005", "Reply reported", span(article, "Ines Abarto denied"), "The denial is given.", "a5",
                   ("BBC P1",)),
        ),
        profile=_profile(),
    )  # fmt: skip


def policy_view() -> PolicyView:
    """Make a policy with one requirement of each outcome."""
    article = invented_article()
    return PolicyView(
        key="desk", name="Desk rules", publisher="The Vessholm Courier", url="https://example.org/rules",
        unverified="Line 4 is from memory.",
        requirements=(
            Requirement("DR 1", "Every figure says where it comes from.", Outcome.MET, (span(article, "1.2 million"),)),
            Requirement("DR 2", "The story says why a source is not named.", Outcome.NOT_MET,
                        (span(article, "a senior port official"),), ("1b2c3d",)),
            Requirement("DR 3", "Polls state their method.", Outcome.NOT_APPLICABLE),
            Requirement("DR 4", "An editor knows who the source is.", Outcome.NOT_VISIBLE),
        ),
    )  # fmt: skip


def settled_document() -> AuditDocument:
    """Make the audit with a chosen policy, decisions, an earlier audit, a notice and readings set aside."""
    document = invented_document()
    decision = Decision(
        DecisionState.ACCEPTED, "R. Ilmar, desk", "The editor knows the name.", "2024-05-13", "2024-12-31"
    )
    first, second, *others = document.findings
    return dataclasses.replace(
        document,
        findings=(first, dataclasses.replace(second, decision=decision),
                  dataclasses.replace(others[0], baseline=True), *others[1:]),
        policies=(policy_view(),),
        settings=Settings(min_certainty=Certainty.FIRM, policies=("desk",)),
        notices=("decisions.yaml:7: the decision about 9f9f9f ended on 2024-01-01.",),
    )  # fmt: skip


def empty_document(article: Article) -> AuditDocument:
    """Make the audit of an article in which nothing was found."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return AuditDocument(
        schema_version="1.1",
        tool=TOOL,
        article=AuditedArticle(article.id, article.metadata, digest, article.words, article.notes),
        not_audited=None,
        text=article.text,
        paragraphs=article.paragraphs,
        zones=article.zones,
    )


def without_text(document: AuditDocument) -> AuditDocument:
    """Leave the text out, as for unpublished copy."""
    return dataclasses.replace(document, text=None)


def not_audited(reason: str = "it is not in English") -> AuditDocument:
    """Make the document of an article that could not be audited."""
    return dataclasses.replace(
        empty_document(invented_article()), not_audited=reason, text=None, paragraphs=(), zones=()
    )


def long_document(words: int) -> AuditDocument:
    """Repeat the invented article until it has at least so many words, with all its marks."""
    copies = 1 + words // len(TEXT.split())
    article = invented_article("\n".join([TEXT] * copies))
    base = invented_document()
    step = len(TEXT) + 1
    attributions, figures, findings, quotations = [], [], [], []
    for copy in range(copies):
        attributions += _moved(base.attributions, copy * step, copy)
        figures += _moved(base.figures, copy * step, copy)
        findings += _moved(base.findings, copy * step, copy)
        quotations += _moved(base.quotations, copy * step, copy)
    return dataclasses.replace(
        base,
        article=empty_document(article).article,
        text=article.text,
        paragraphs=article.paragraphs,
        zones=article.zones,
        attributions=tuple(attributions),
        figures=tuple(figures),
        findings=tuple(findings),
        quotations=tuple(quotations),
    )


_NAMES_IDS = frozenset({"id", "attribution_id", "fingerprint"})


def _moved(value, by: int, copy: int):
    """Move every span of a value and make its ids those of the copy."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by, value.text)
    if isinstance(value, tuple):
        return tuple(_moved(part, by, copy) for part in value)
    if not dataclasses.is_dataclass(value):
        return value
    changes = {}
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        named = field.name in _NAMES_IDS and part is not None
        changes[field.name] = f"{part}-{copy}" if named else _moved(part, by, copy)
    return dataclasses.replace(value, **changes)
