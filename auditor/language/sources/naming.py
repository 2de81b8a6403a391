"""Named people and bodies of an article: full names, surnames that point back at them, titles and roles.

Built once per article, before anything is called unnamed. Evidence comes from entity recognition, titles, apposition
("Lena Ruud, a port manager"), and the copula ("Ruud is the port manager").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from auditor.language import lexicon
from auditor.language import word_classes as people
from auditor.language.given_names import is_feminine, is_given_name
from auditor.language.sources.affiliations import affiliation_of_name
from auditor.language.word_classes import BODY_WORDS, TITLES

_PERSON_LABELS = frozenset({"PERSON"})
_BODY_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})


_SAME_ROLE = (
    frozenset({"judge", "justice"}),
    frozenset({"lawyer", "attorney", "solicitor", "counsel"}),
    frozenset({"adviser", "advisor"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"lawmaker", "senator", "congressman", "congresswoman", "representative", "legislator"}),
)


_MASCULINETITLES = frozenset("mr sir lord king prince father congressman spokesman chairman".split())
_FEMININETITLES = frozenset("mrs ms miss dame lady queen princess congresswoman spokeswoman chairwoman".split())


@dataclass(slots=True)
class Person:
    """A person the article names."""

    name: str
    first: int
    roles: set[str] = field(default_factory=set)
    description: str | None = None
    affiliation: str | None = None
    feminine: bool | None = None
    places: list[int] = field(default_factory=list)


class Names:
    """The people whom an article names, looked up by full name or surname."""

    def __init__(self, doc: Doc, sources: list[TokenSpan]) -> None:
        self.people: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        for name in sorted([*_person_names(doc), *_full_names(doc), *_source_names(sources)], key=_fullness):
            self._add(doc, name)
        self._add_surnames(doc)
        for person in self.people:
            person.places.sort()
        self._by_role: dict[str, list[Person]] = {}
        for person in self.people:
            for role in person.roles:
                self._by_role.setdefault(role, []).append(person)

    def person(self, words: list[str]) -> Person | None:
        """Find the person of these name words, titles left out; by surname when only that is given."""
        words = _without_titles(words)
        if not words:
            return None
        sharing = self._by_last.get(words[-1].lower(), [])
        if len(words) > 1:
            return next((person for person in sharing if _may_be(person, words)), None)
        return max(sharing, key=_frequency, default=None)

    def with_role(self, lemma: str) -> list[Person]:
        """Give the named people whom the article gives this role or title."""
        found = list(self._by_role.get(lemma, ()))
        for group in _SAME_ROLE:
            if lemma in group:
                found.extend(person for other in sorted(group - {lemma}) for person in self._by_role.get(other, ()))
        return list({person.name: person for person in found}.values())

    def _add_surnames(self, doc: Doc) -> None:
        """Add the places where entity recognition missed the surname of somebody named in full elsewhere."""
        known = {place for person in self.people for place in person.places}
        for token in doc:
            if token.pos_ != "PROPN" or token.ent_type_ in _PERSON_LABELS or token.i in known:
                continue
            person = self.person([token.text])
            alone = token.i == 0 or token.nbor(-1).pos_ != "PROPN"
            if person is not None and alone and " " in person.name and token.ent_iob_ != "I":
                person.places.append(token.i)

    def _add(self, doc: Doc, name: TokenSpan) -> None:
        words = _without_titles(
            [token.text for token in name if token.is_alpha or "." in token.text or "-" in token.text]
        )
        if not words:
            return
        last = words[-1].lower()
        person = self.person(words)
        if person is None:
            person = Person(" ".join(words), name.start)
            self._by_last.setdefault(last, []).append(person)
            self.people.append(person)
        person.places.append(name.start)
        person.roles.update(_roles(name))
        if person.description is None:
            person.description = _description(name)
        if person.affiliation is None:
            person.affiliation = affiliation_of_name(name)
        person.feminine = _feminine(doc, name) if person.feminine is None else person.feminine


def is_person_name(token: Token) -> bool | None:
    """Tell whether a proper noun belongs to a person's name; None where nothing speaks either way."""
    if token.ent_type_ in _PERSON_LABELS:
        return True
    before = token.nbor(-1) if token.i > 0 else None
    if before is not None and before.pos_ == "PROPN" and TITLES.match(before.text):
        return True
    if _after_given_name(token):
        return True
    if token.lower_ in BODY_WORDS or (token.is_upper and len(token) > 1) or token.ent_type_ in _BODY_LABELS:
        return False
    return None


def _after_given_name(token: Token) -> bool:
    """Tell whether a capitalised word ends a full name: "Carly" before it, no body's word in it."""
    if token.pos_ != "PROPN" or not token.is_title or token.lower_ in BODY_WORDS or token.i == 0:
        return False
    before = token.nbor(-1)
    if before.pos_ == "PROPN" and len(before.text) <= 2 and token.i > 1:
        before = token.nbor(-2)
    return before.pos_ == "PROPN" and before.is_title and is_given_name(before.text)


def name_words(tokens: TokenSpan, head: int) -> list[str]:
    """Give the words of the proper name around a head token, in order."""
    start = end = head - tokens.start
    while start > 0 and tokens[start - 1].pos_ == "PROPN":
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].pos_ == "PROPN":
        end += 1
    return [token.text for token in tokens[start : end + 1]]


def _person_names(doc: Doc) -> Iterator[TokenSpan]:
    for entity in doc.ents:
        if entity.label_ in _PERSON_LABELS and any(token.pos_ == "PROPN" for token in entity):
            yield entity


def _full_names(doc: Doc) -> Iterator[TokenSpan]:
    """Give full names that entity recognition missed: a given name and one or two capitalised words behind it."""
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ in _PERSON_LABELS or not _after_given_name(token):
            continue
        if token.i + 1 < len(doc) and token.nbor().pos_ == "PROPN":
            continue
        start = token.i - 1 if is_given_name(token.nbor(-1).text) else token.i - 2
        yield doc[start : token.i + 1]


def _source_names(sources: list[TokenSpan]) -> Iterator[TokenSpan]:
    """Give names used as sources that nothing marks as a body: "Ruud says the crane failed"."""
    for source in sources:
        head = source.root
        words = [token for token in source if token.pos_ == "PROPN"]
        if head.pos_ == "PROPN" and is_person_name(head) is not False and len(words) <= 3 and not head.ent_type_:
            yield source.doc[words[0].i : words[-1].i + 1]


def _fullness(name: TokenSpan) -> tuple[int, int]:
    return (-len(_without_titles([token.text for token in name if token.is_alpha])), name.start)


def _without_titles(words: list[str]) -> list[str]:
    kept = [word for word in words if not TITLES.match(word) and word not in ("'s", "’s")]
    return [word for word in kept if word[:1].isupper()] or kept


def _may_be(person: Person, words: list[str]) -> bool:
    """Tell whether a fuller name can be this person's: the first names agree, or one of them is only an initial."""
    known = person.name.split()
    if len(known) < 2:
        return True
    first, other = known[0].lower().rstrip("."), words[0].lower().rstrip(".")
    return first == other or first.startswith(other[:3]) or (len(other) == 1 and first[0] == other)


def _frequency(person: Person) -> tuple[int, int]:
    return (len(person.places), -person.first)


def _roles(name: TokenSpan) -> set[str]:
    """Collect role nouns: before the name, in apposition, or after "is"."""
    roles = set()
    root = name.root
    for token in (*root.lefts, *root.children):
        if token.dep_ in ("compound", "appos", "nmod", "amod") and token.i not in range(name.start, name.end):
            roles.add(people.singular(token))
    position = name.start - 1
    while position >= 0 and name.doc[position].pos_ in ("NOUN", "PROPN", "ADJ") and name.start - position < 5:
        roles.add(people.singular(name.doc[position]))
        position -= 1
    if root.dep_ == "appos":
        roles.add(people.singular(root.head))
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        roles.update(people.singular(token) for token in root.head.children if token.dep_ == "attr")
    titles = {token.text.lower() for token in name.doc[max(0, name.start - 1) : name.end] if TITLES.match(token.text)}
    return titles | {
        role for role in roles if people.is_person_noun(role) or role in lexicon.words("spokesperson_nouns")
    }


def _description(name: TokenSpan) -> str | None:
    """Give the words that say who the named person is: the apposition, else the nouns before the name."""
    root = name.root
    for token in root.children:
        if token.dep_ == "appos" and token.i > root.i and people.is_person_noun(people.singular(token)):
            subtree = list(token.subtree)
            words = name.doc[subtree[0].i : min(subtree[-1].i + 1, subtree[0].i + 20)].text
            return " ".join(words.split()).strip(" ,")
    start = name.start
    while start > 0 and _describes(name.doc[start - 1]) and name.start - start < 5:
        start -= 1
    words = " ".join(name.doc[start : name.start].text.split())
    # A form of address or a time of day before a name says nothing about the person.
    return words if start < name.start and people.is_person_noun(people.singular(name.doc[name.start - 1])) else None


def _describes(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and (
        token.is_alpha or token.text == "-" or bool(TITLES.match(token.text))
    )


def _feminine(doc: Doc, name: TokenSpan) -> bool | None:
    title = doc[name.start - 1].lower_.rstrip(".") if name.start else ""
    first = name[0].lower_.rstrip(".")
    for word in (title, first):
        if word in _MASCULINETITLES:
            return False
        if word in _FEMININETITLES:
            return True
    return is_feminine(first) if len(name) > 1 else None
