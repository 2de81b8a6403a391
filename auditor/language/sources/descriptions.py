"""Descriptions: which entry of the ledger a described source belongs to.

A definite description points back at somebody, unnamed or named; one in the opening may point ahead at whom the article
then names; what is left introduces somebody unnamed, an institution or a document.
"""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language import word_classes as people
from auditor.language.annotations import Certainty, Identity
from auditor.language.sources.affiliations import affiliation_of, role_of
from auditor.language.sources.antecedents import Antecedents, gender
from auditor.language.sources.documents import document_identity
from auditor.language.sources.identity import is_named_body, people_identity
from auditor.language.sources.ledger import Entry, Ledger, people_range
from auditor.language.sources.naming import Names, Person
from auditor.language.sources.phrases import Form, Phrase
from auditor.text import Article, ZoneKind

# Descriptions that stand for one office, held by somebody the reader knows.
_OFFICES = frozenset(
    "president premier chancellor pope king queen emperor monarch speaker chairman chairwoman chair "
    "governor mayor candidate nominee "
    "billionaire mogul incumbent front-runner frontrunner senator congressman congresswoman businessman "
    "minister leader dictator "
    "actor actress singer author star coach manager captain striker defendant suspect son daughter boss".split()
)
# Roles whose definite description ("the official") is as often somebody unnamed; other ones point back at a name.
_ANONYMOUS_ROLES = frozenset(
    "source official aide adviser advisor staffer person insider informant diplomat witness eyewitness "
    "spokesman spokeswoman spokesperson "
    "caller employee worker investigator prosecutor agent negotiator relative friend colleague associate "
    "confidant whistleblower resident "
    "trader bystander neighbour neighbor passenger victim accuser organiser organizer".split()
)
# Offices with one holder, whom the reader knows without a name.
_SOLE = frozenset({"president", "premier", "chancellor", "pope", "king", "queen", "emperor", "monarch"})
_NAMED_WINDOW = 3
_HEADLINE_WINDOW = 6
_ANAPHOR_WINDOW = 40
# "The woman said" may well be one whom nobody names; "the front-runner said" hardly.
_COMMON_ROLES = frozenset(
    "man woman judge boy girl driver patient student teacher nurse doctor officer mother father owner child kid".split()
)
_OPENING = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.LEAD})
# Roles that are given with the name as a title, so that one of them in the opening is the one named below.
# Plurals that point back at people named before: "the candidates", "both men".
_TOGETHER = frozenset(
    "candidate contender nominee rival man woman brother sister couple pair duo senator finalist opponent "
    "president leader".split()
)
_COUNTED_ANAPHORS = frozenset({"both", "two", "three", "four", "all"})
_TITLED = frozenset(
    "judge justice minister senator ambassador commander lawyer prosecutor officer detective "
    "spokesman spokeswoman".split()
)


class Descriptions:
    """Resolves the described sources of one article."""

    def __init__(self, doc: Doc, article: Article, *, names: Names, antecedents: Antecedents, ledger: Ledger) -> None:
        self._doc = doc
        self._article = article
        self._names = names
        self._antecedents = antecedents
        self._ledger = ledger

    def entry(self, phrase: Phrase) -> Entry | None:
        """Give the ledger entry of a description without a name beside it; None where it is no description."""
        head = self._doc[phrase.head]
        if phrase.form is Form.QUANTIFIER and head.dep_ in ("det", "nummod", "amod"):
            return None
        identity = people_identity(phrase)
        if identity is not None and self._is_nation(phrase):
            return self._body(phrase, Certainty.LIKELY)
        if identity is not None and not (phrase.plural and is_named_body(phrase) and phrase.definite):
            return self._plural_people(phrase, identity) if phrase.plural else self._one_person(phrase, identity)
        if people.is_document(phrase.lemma) and not is_named_body(phrase):
            return self._document(phrase)
        if is_named_body(phrase):
            return self._body(phrase, Certainty.FIRM)
        return self._body(phrase, Certainty.POSSIBLE, Identity.NONE)

    def _is_nation(self, phrase: Phrase) -> bool:
        """Tell "the Saudis" and "the Democrats", a nation or party as a whole, from "Democrats" and "some Saudis"."""
        whole = phrase.end - phrase.start == 2 and self._doc[phrase.start].lower_ == "the"
        return whole and phrase.plural and people.is_member(phrase.lemma)

    def _document(self, phrase: Phrase) -> Entry:
        identity, evidence = document_identity(self._doc, phrase)
        label = " ".join(phrase.span.text.split())
        key = f"document {label.lower()}"
        return self._ledger.add(Entry(key, identity, label, Certainty.LIKELY, lemma=phrase.lemma, evidence=[evidence]))

    def _body(self, phrase: Phrase, certainty: Certainty, identity: Identity = Identity.NAMED_INSTITUTION) -> Entry:
        label = " ".join(phrase.span.text.split())
        key = f"body {label.lower().removeprefix('the ')}"
        evidence = "What kind of source this is cannot be told from its words."
        if identity is Identity.NAMED_INSTITUTION:
            evidence = "An institution speaks, not an unnamed person."
        return self._ledger.add(Entry(key, identity, label, certainty, lemma=phrase.lemma, evidence=[evidence]))

    def _one_person(self, phrase: Phrase, identity: Identity) -> Entry | None:
        if phrase.definite or not phrase.determiner:
            known = self._known_person(phrase)
            if known is not None:
                return known
        named_later = self._named_later(phrase)
        if named_later is not None:
            return named_later
        if phrase.determiner == "the" and phrase.lemma in _SOLE and not phrase.words - people.DEFINITE:
            return self._body(phrase, Certainty.LIKELY)
        entry = self._new(self._ledger.new_key(phrase.lemma), phrase, identity)
        entry.group = self._group_of(phrase)
        entry.own = self._doc[phrase.start].lower_ in ("my", "our")
        entry.evidence.append(
            f"“{phrase.lemma}” describes a person; no name is given for this one anywhere in the article."
        )
        return entry

    def _group_of(self, phrase: Phrase) -> str:
        """Give the key of the unnamed people of whom "one of them" is one."""
        if phrase.form is not Form.QUANTIFIER or phrase.member_of:
            return ""
        for entry in self._ledger.latest(before=phrase.head, plural=True):
            return entry.key if entry.identity.is_unnamed_people else ""
        return ""

    def _known_person(self, phrase: Phrase) -> Entry | None:
        """Find whom a definite description points back at: an unnamed person of that description, or a named one."""
        for entry in self._ledger.latest(before=phrase.head, plural=False):
            if entry.identity.is_unnamed_people and _same_description(entry, phrase):
                entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” points back at {entry.label}.")
                return entry
        holders = self._names.with_role(phrase.lemma)
        if holders:
            person = max(holders, key=lambda one: max((p for p in one.places if p < phrase.head), default=-one.first))
            return self._ledger.person(person)
        if phrase.determiner == "the" and phrase.lemma not in _ANONYMOUS_ROLES:
            aged = {"year", "old"} <= phrase.words
            reach = _NAMED_WINDOW if phrase.lemma in _COMMON_ROLES and not aged else _ANAPHOR_WINDOW
            person_before = self._antecedents.named_before(phrase.head, reach)
            if person_before is not None:
                entry = self._ledger.person(person_before)
                entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” was read as {entry.label}.")
                return entry
        return None

    def _named_later(self, phrase: Phrase) -> Entry | None:
        """Find whom the opening describes and the article then names: "A judge ruled … Judge Mara Lind said"."""
        paragraph = self._article.paragraph_at(phrase.span.start)
        if (
            paragraph is None
            or paragraph.zone not in _OPENING
            or (people.is_informant(phrase.lemma) and phrase.lemma not in _TITLED)
        ):
            return None
        holders = self._names.with_role(phrase.lemma)
        later = [one for one in holders if one.first > phrase.head]
        person = min(later, key=_first, default=None) if len(later) == len(holders) else None
        headline = paragraph.zone is ZoneKind.HEADLINE and not phrase.determiner
        if person is None and (headline or (phrase.definite and phrase.lemma in _OFFICES)):
            person = self._antecedents.named_after(phrase.head, _HEADLINE_WINDOW if headline else _NAMED_WINDOW)
        if person is None:
            return None
        entry = self._ledger.person(person)
        entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” is named later as {entry.label}.")
        return entry

    def _plural_people(self, phrase: Phrase, identity: Identity) -> Entry:
        if phrase.definite or (phrase.determiner in _COUNTED_ANAPHORS and phrase.lemma in _TOGETHER):
            for entry in self._ledger.latest(before=phrase.head, plural=True):
                if entry.identity.is_unnamed_people and entry.lemma == phrase.lemma:
                    return entry
            holders = self._names.with_role(phrase.lemma)
            together = phrase.lemma in _TOGETHER or (phrase.determiner == "the" and phrase.words & _COUNTED_ANAPHORS)
            anaphor = together and self._antecedents.named_together(phrase.head, _NAMED_WINDOW)
            if anaphor and len(holders) < 2:
                return self._ledger.persons(f"the {phrase.lemma}s named")
            if len(holders) > 1 and phrase.determiner == "the":
                return self._ledger.persons(" and ".join(person.name for person in holders[:3]))
        label = " ".join(phrase.span.text.split())
        entry = self._new(f"people {label.lower()}", phrase, identity)
        if not entry.evidence:
            entry.evidence.append(f"“{phrase.lemma}” in the plural stands for people whom the article does not name.")
        return entry

    def _new(self, key: str, phrase: Phrase, identity: Identity) -> Entry:
        return self._ledger.add(
            Entry(
                key,
                identity,
                " ".join(phrase.span.text.split()),
                Certainty.FIRM if people.is_listed_person(phrase.lemma) else Certainty.LIKELY,
                lemma=phrase.lemma,
                plural=phrase.plural,
                words=phrase.words,
                feminine=gender(phrase.lemma),
                role=role_of(self._doc, phrase.start, phrase.head) or None,
                affiliation=affiliation_of(self._doc[phrase.head]),
                people=people_range(phrase),
            )
        )


_EQUIVALENT = (
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"aide", "adviser", "advisor", "staffer"}),
)


def _first(person: Person) -> int:
    return person.first


def _same_description(entry: Entry, phrase: Phrase) -> bool:
    """Tell whether a definite description can mean this unnamed person: same noun, no modifier that conflicts."""
    # "One said … The clerk said": "one" of a group is anybody of that description, but no senator or owner.
    one = entry.lemma == "one" and bool(entry.group or entry.words) and phrase.lemma not in _OFFICES
    same = (
        entry.lemma == phrase.lemma
        or one
        or any(entry.lemma in group and phrase.lemma in group for group in _EQUIVALENT)
    )
    extra = phrase.words - entry.words - people.DEFINITE
    return same and not (extra and entry.words - people.INDEFINITE and not extra & entry.words and len(extra) > 1)
