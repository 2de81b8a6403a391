"""Conditions about a key claim and what it rests on."""

from __future__ import annotations

import re

from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Identity, QuotationKind, Relay, RelayKind
from auditor.rules.conditions.checking import CHECKED, UNCHECKED
from auditor.rules.conditions.condition import Match
from auditor.rules.conditions.document import document_identified_nearby, is_an_internal_document
from auditor.rules.context import Context
from auditor.rules.informants import informs
from auditor.rules.surroundings import around, text_around
from auditor.rules.wordlists import listed
from auditor.text import ZoneKind

_GUILT = re.compile(
    r"\b(?:convicted|found guilty|pleaded guilty|pled guilty|admitted|confessed|sentenced|jailed|was cleared"
    r"|acquitted)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|rebut(?:s|ted)"
    r"|contest(?:s|ed)|declin(?:es|ed|ing)|refus(?:es|ed|ing)|no comment"
    r"|(?:did|does|has|have|had)(?: not|n[’']t) (?:\w+ )?(?:respond|reply|replied|return|answer|comment)(?:ed)?"
    r"|not be reached|not (?:\w+ )?available for comment|lawyers?|attorney)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\W*(?:he|she|they|it|both|the (?:firm|company|club|bank|ministry|party|council|school|church|union"
    r"|government|man|woman|minister|mayor|couple))\b",
    re.IGNORECASE,
)
_REACH = 4
_CONFIRMING = re.compile(
    r"(?<!not )(?<!n[’']t )\bconfirm(?:s|ed) (?:the|that|it|this|his|her|their|its)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut\w+|rejects?|rejected|dismiss\w+|debunk\w+|discredit\w+)\b",
    re.IGNORECASE,
)
_PASSING = frozenset({RelayKind.OUTLET_REPORT, RelayKind.SOCIAL})
_SECOND_HAND = frozenset({Identity.OUTLET, Identity.SOCIAL_ACCOUNT})
_BELOW_THE_HEADLINE = frozenset({ZoneKind.STANDFIRST, ZoneKind.LEAD})
_WRONG = re.compile(
    r"\b(?:fraud\w*|defraud\w*|brib\w+|abus\w+|assault\w*|groped?|rap(?:e|ed|ing|ist)|harass\w+|stole|steal\w*"
    r"|stolen|theft|embezzl\w+|launder\w*|corrupt\w*"
    r"|kickbacks?|extort\w*|blackmail\w*|l(?:ied|ying|iar)|lie[ds]? to|misled|mislead\w*|deceiv\w+|cover(?:ed"
    r"|ing)? up|conceal\w+|falsif\w+|forg(?:ed|ery|ing)|cheat\w*"
    r"|breach\w*|violat\w+|negligen\w+|illegal\w*|unlawful\w*|crim(?:e|es|inal)|plagiari\w+|tortur\w+"
    r"|bull(?:ied|ying)|insider trading|rigg(?:ed|ing)|poison\w*)\b",
    re.IGNORECASE,
)
_SEVERAL = 2


def answered_on_record(subject: Claim, context: Context) -> Match:
    """The one whom it is about answers in the article, or is said not to."""
    return bool(subject.reply)


def several_unnamed_sources_behind_it(subject: Claim, context: Context) -> Match:
    """Two or more unnamed sources are given for it."""
    sources = [context.sources[one] for one in subject.supporting_source_ids if one in context.sources]
    people = sum((source.people or (1, 1))[0] for source in sources)
    return len(sources) >= _SEVERAL or people >= _SEVERAL


def only_unnamed_people_accuse(subject: Claim, context: Context) -> Match:
    """Nobody who accuses is named."""
    return subject.verdict is Verdict.UNNAMED


def guilt_is_established(subject: Claim, context: Context) -> Match:
    """The article tells of a conviction, a plea or an admission."""
    if subject.subject is None:
        return _GUILT.search(text_around(context, subject.span, before=1, after=1)) is not None
    name = re.escape(subject.subject.text.split()[-1])
    return re.search(rf"\b{name}\b[^.]{{0,80}}{_GUILT.pattern}", context.article.text, re.IGNORECASE) is not None


def doubt_or_check_stated(subject: Claim, context: Context) -> Match:
    """The article says beside it that this was confirmed, or could not be."""
    text = text_around(context, subject.span, before=1, after=2)
    return bool(subject.corroboration or CHECKED.search(text) or _CONFIRMING.search(text) or UNCHECKED.search(text))


def accused_answers(subject: Claim, context: Context) -> Match:
    """Whoever is accused denies it, gives no comment or could not be reached."""
    if subject.subject is None:
        return False
    names = [word for word in re.findall(r"[\w’'-]+", subject.subject.text) if word[:1].isupper() and len(word) > 1]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None
    own = context.sentence_at(subject.span.start)
    for index, sentence in enumerate(context.sentences):
        text = context.article.text[sentence.start : sentence.end]
        if not _ANSWER.search(text):
            continue
        pointing = own <= index <= own + _REACH and _POINTING.match(text)
        if pointing or (named is not None and named.search(text)):
            return True
    return False


def rests_on_unnamed_informants(subject: Claim, context: Context) -> Match:
    """Everybody who is given for it is somebody unnamed who passed it on, or a paper that nobody can identify."""
    statements = _beside(subject, context)
    unnamed = [one for one in statements if informs(one, context.source_of(one)) or _is_unknown_paper(one, context)]
    others = {context.identity_of(one) for one in statements if one not in unnamed} - {Identity.NONE}
    # A class of people who hold a view ("experts") does not make the claim an anonymous one.
    if not unnamed or others:
        return False
    return tuple(Evidence("source", one.source) for one in unnamed if one.source)


def _beside(claim: Claim, context: Context) -> list[Attribution]:
    """Give the statements that carry a claim where readers meet it: its sentence, the next two, or the opening."""
    statements = [context.attributions[one] for one in claim.attribution_ids if one in context.attributions]
    start, end = around(context, claim.span, after=2)
    opening = claim.kind is ClaimKind.HEADLINE
    if opening:
        start = end  # "Survivors explain" in the headline may name them in the lead
    return [one for one in statements if (opening and one.zone in _BELOW_THE_HEADLINE) or start <= one.anchor < end]


def accuses_of_wrongdoing(subject: Claim, context: Context) -> Match:
    """Somebody is said to have done a wrong that calls for an answer, such as fraud, abuse or a lie."""
    titles = (one.span for one in context.annotations.quotations if one.kind is QuotationKind.SCARE)
    if subject.subject is not None and any(title.contains(subject.subject) for title in titles):
        return False  # the title of a film or book names somebody too
    return _WRONG.search(subject.span.text) is not None


def accused_is_a_state(subject: Claim, context: Context) -> Match:
    """A state is accused, not a person or a body of its own."""
    named = subject.subject.text.casefold().removeprefix("the ") if subject.subject else ""
    return named in listed("states")


def _is_unknown_paper(attribution: Attribution, context: Context) -> bool:
    unnamed = context.identity_of(attribution) is Identity.DOCUMENT_UNNAMED
    return (
        unnamed
        and bool(is_an_internal_document(attribution, context))
        and not document_identified_nearby(attribution, context)
    )


def carried_by_outlets_alone(subject: Claim, context: Context) -> Match:
    """Outlets or accounts on platforms are the only ones given for it; nobody speaks to them under a name."""
    statements = _beside(subject, context)
    return bool(statements) and all(_is_an_outlets(one, context) for one in statements)


def _is_an_outlets(attribution: Attribution, context: Context) -> bool:
    """Tell whether the source of a statement is the outlet or account itself."""
    if context.identity_of(attribution) in _SECOND_HAND:
        return True
    named = [relay.span for relay in context.annotations.relays if relay.kind in _PASSING]
    return attribution.source is not None and any(span.overlaps(attribution.source) for span in named)


def headline_is_a_denial(subject: Claim, context: Context) -> Match:
    """The claim itself is that something is denied."""
    return _DENIAL.search(subject.span.text) is not None


def told_by_the_headline_already(subject: Claim, context: Context) -> Match:
    """The headline makes the same claim and rests on the same kind of source."""
    if subject.kind is not ClaimKind.LEAD:
        return False
    return any(one.kind is ClaimKind.HEADLINE and one.verdict is subject.verdict for one in context.claims)


def accused_speaks_in_the_article(subject: Claim, context: Context) -> Match:
    """Whoever is accused is quoted in the article."""
    if subject.subject is None:
        return False
    name = subject.subject.text.split()[-1]
    return any(
        re.search(rf"\b{re.escape(name)}\b", source.label)
        for source in context.sources.values()
        if source.id in context.by_source
    )


def carries_a_key_claim(subject: Attribution | Relay, context: Context) -> Match:
    """A key claim of the article rests on these words."""
    attribution = context.attribution_of(subject)
    return attribution is not None and any(attribution.id in claim.attribution_ids for claim in context.claims)


CONDITIONS = (
    carries_a_key_claim,
    answered_on_record,
    rests_on_unnamed_informants,
    accuses_of_wrongdoing,
    accused_is_a_state,
    carried_by_outlets_alone,
    headline_is_a_denial,
    told_by_the_headline_already,
    accused_speaks_in_the_article,
    accused_answers,
    several_unnamed_sources_behind_it,
    only_unnamed_people_accuse,
    guilt_is_established,
    doubt_or_check_stated,
)
