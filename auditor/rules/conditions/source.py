"""Conditions about sources: what the article says about who they are and how they know."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Figure, Identity, Quotation, ReasonKind, RelayKind, Source
from auditor.language.given_names import is_given_name
from auditor.language.lexicon import words as lexicon_words
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.informants import informs, is_kin

# A clause or phrase right after the noun describes it, unless it only says that the source is not named.
_DESCRIBED = re.compile(
    r",? (?!who (?:asked|spoke|declined|insisted|requested|wished|wanted|refused|did not|do not|would not|cannot)\b)"
    r"(?:who|whose|with|familiar|close|briefed|involved|privy|inside|within|from|at|on|of)\b"
)
_LIVED_THROUGH = re.compile(
    r"\b(?:witness(?:es)?|eyewitness(?:es)?|bystanders?|residents?|neighbou?rs?|villagers?|survivors?|victims?"
    r"|passengers?"
    r"|tenants?|patients?|pupils?|students?|parents?|mothers?|fathers?|wife|husband|widows?|relatives?|friends?"
    r"|locals?|shoppers?"
    r"|protest[eo]rs?|demonstrators?|refugees?|detainees?|prisoners?|inmates?|hostages?|drivers?|farmers?|customers?"
    r"|classmates?|roommates?|teammates?|colleagues?|co-?workers?|callers?|fans?|supporters?|voters?)\b",
    re.IGNORECASE,
)
_SAW = re.compile(
    r"\b(?:(?:I|we|he|she|they) (?:had )?(?:saw|seen|heard|watched|felt|smelled|was there|were there|ran|woke|fled|hid)"
    r"|(?:my|our|his|her|their) (?:house|home|flat|street|family|son|daughter|car|shop))\b",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"\b(?:on the (?:case|panel|committee|board|team|ship|train|jury)|in the (?:room|talks|meeting|negotiations"
    r"|cockpit)"
    r"|who (?:work|works|worked) (?:in|at|for|on|there|with)|who (?:has|have|had) [a-z]+(?:ed|en|un)\b"
    r"|at the (?:scene|meeting|table|talks)|(?:leading|handling|involved in|working on|in charge of"
    r"|investigating|negotiating|drafting|running)\b"
    r"|who (?:attended|took part|sat in|helped|led|leads|worked|works on|drafted|wrote|saw|watched|met"
    r"|spoke (?:to|with)|was there|were there|is handling|has seen|have seen)"
    r"|(?:present|involved|participating) (?:at|in))",
    re.IGNORECASE,
)
_NOT_THE_REAL_NAME = re.compile(
    r"\b(?:not (?:his|her|their) real names?|names? (?:has|have|had|was|were) (?:been )?changed|(?:under|uses?"
    r"|using|by) a (?:pseudonym|false name)"
    r"|(?:only|just) (?:(?:his|her|their|by) )?(?:first|given) names?|(?:first|given) names? only"
    r"|whom we (?:will|shall) call|asked (?:that )?(?:his|her|their) (?:sur|last |full |family )names?"
    r"|did not (?:want to )?give (?:his|her|their) (?:sur|last |full |family )names?|gave (?:his|her"
    r"|their) names? (?:only )?as)",
    re.IGNORECASE,
)
# "Border officials", "prosecutors"; a counted few ("two officials") are people who spoke on their own.
_BY_OFFICE = re.compile(
    r"^(?!(?:two|three|four|five|six|several|some|many|a few|multiple|both|other|senior|former)\b)"
    r"(?:[\w.&’'-]+ ){0,4}(?:officials|regulators|prosecutors|investigators|authorities|executives"
    r"|administrators|organi[sz]ers|inspectors|auditors|lawyers|attorneys)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\s*,\s*(?:aged? )?(\d{1,2})\b")
_CHILD = 18
_REACH = 60


def label_says_nothing(subject: Attribution | Source, context: Context) -> Match:
    """Nothing in the article describes this source beyond a word such as “source” or “people”.

    The fullest description counts, so a later “the source” of a source described before is not bare.
    """
    source = context.source_of(subject)
    if source is None or source.affiliation or (source.anonymity and source.anonymity.basis):
        return False
    words = set(re.findall(r"[\w’'-]+", source.label.casefold()))
    nouns = lexicon_words("bare_label_nouns")
    # "One" or "several" without a noun mostly picks out members of a group described before.
    if not words & nouns or words - nouns - lexicon_words("bare_label_words"):
        return False
    return not any(_DESCRIBED.match(context.article.text, mention.end) for mention in source.mentions)


def reason_and_basis_stated(subject: Attribution | Source | Figure | Quotation, context: Context) -> Match:
    """The article says both why the source is not named and how the source knows."""
    source = context.source_of(subject)
    disclosed = source.anonymity if source else None
    if not disclosed or disclosed.reason is ReasonKind.NONE or not disclosed.basis:
        return False
    parts = (("reason", disclosed.reason_span), ("basis", disclosed.basis))
    return tuple(Evidence(role, span) for role, span in parts if span)


def is_the_only_source(subject: Source, context: Context) -> Match:
    """The article has no other independent source."""
    return len(context.independent) == 1 and subject in context.independent[0]


def gave_information(subject: Source, context: Context) -> Match:
    """The source passed something on to the article, rather than doing or feeling something in public."""
    # What was said to another outlet or on a platform was given there; REL006 speaks of it.
    elsewhere = {one.attribution_id for one in context.annotations.relays if one.kind is not RelayKind.OWN_OUTLET}
    statements = (one for one in context.by_source.get(subject.id, ()) if one.id not in elsewhere)
    return any(informs(attribution, subject) for attribution in statements)


def speaks_of_own_experience(subject: Source, context: Context) -> Match:
    """The source tells what it saw or lived through itself."""
    if _LIVED_THROUGH.search(subject.label):
        return True
    contents = (span.text for one in context.by_source.get(subject.id, ()) for span in one.content)
    return any(_SAW.search(text) for text in contents)


def position_shows_access(subject: Source, context: Context) -> Match:
    """The description itself shows how the source can know, such as “an investigator on the case”."""
    text = context.article.text
    places = [
        subject.label,
        *(text[mention.start : mention.end + _REACH].split(".")[0] for mention in subject.mentions),
    ]
    return any(_ACCESS.search(place) for place in places)


def supports_a_key_claim(subject: Source, context: Context) -> Match:
    """A key claim of the article rests on this source."""
    return any(subject.id in claim.supporting_source_ids for claim in context.claims)


def speaks_by_office(subject: Source, context: Context) -> Match:
    """Several people of one authority or body speak as such, so that whose voice it is can be told."""
    return subject.identity is Identity.UNNAMED_GROUP and _BY_OFFICE.search(subject.label) is not None


def given_name_only(subject: Source, context: Context) -> Match:
    """The source is called by a given name alone, nowhere by a full one."""
    name = subject.label.strip()
    if subject.identity is not Identity.NAMED_PERSON or not re.fullmatch(r"[A-Z][a-z’'-]+|[A-Z]\.", name):
        return False
    if not is_given_name(name) and name[-1] != ".":
        return False
    text = context.article.text
    if any(_is_child(text, mention.end) or is_kin(mention.text) for mention in subject.mentions):
        return False
    # A surname, title, initial or bracket beside the name anywhere makes it no given name alone.
    beside = re.compile(rf"\b(?:[A-Z][\w’'.-]+ {re.escape(name)}|{re.escape(name)} \(?[A-Z][\w’'-]*)\b")
    return not beside.search(text)


def _is_child(text: str, end: int) -> bool:
    match = _AGE.match(text, end)
    return match is not None and int(match.group(1)) < _CHILD


def name_change_is_stated(subject: Source, context: Context) -> Match:
    """The article says that the name is not the full or the real one."""
    return _explained(subject, context)


def name_is_not_explained(subject: Source, context: Context) -> Match:
    """The article does not say why only one name is given."""
    return not _explained(subject, context)


def _explained(subject: Source, context: Context) -> tuple[Evidence, ...]:
    article = context.article
    matches = _NOT_THE_REAL_NAME.finditer(article.text)
    return tuple(Evidence("formula", article.span(*match.span())) for match in matches)


def named_only_later(subject: Source, context: Context) -> Match:
    """The source is first described without a name and named further on."""
    if subject.identity is not Identity.NAMED_PERSON or len(subject.mentions) < 2:
        return False
    first, *later = subject.mentions
    if not re.match(r"(?:an?|one|another)\b", first.text, re.IGNORECASE) or re.search(r"\b[A-Z][a-z]", first.text[1:]):
        return False
    named = next((mention for mention in later if subject.label.split()[-1] in mention.text), None)
    return (Evidence("words", first), Evidence("name", named)) if named else False


CONDITIONS = (
    label_says_nothing,
    reason_and_basis_stated,
    is_the_only_source,
    gave_information,
    speaks_of_own_experience,
    position_shows_access,
    supports_a_key_claim,
    speaks_by_office,
    given_name_only,
    name_change_is_stated,
    name_is_not_explained,
    named_only_later,
)
