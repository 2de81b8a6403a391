"""Antecedents: whom a pronoun, a relative pronoun or a definite description points back at.

Scores are small sums of distance and grammatical role, so that the choice can be printed and followed: subjects and
people who have just spoken are nearer than objects. Source: the centring idea that the subject of the sentence
before is the preferred antecedent (Grosz, Joshi and Weinstein 1995); the weights were set on articles of our own
reading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from auditor.language import word_classes as people
from auditor.language.annotations import Quotation
from auditor.language.sources.naming import Names, Person

_FEMININE = frozenset(
    "she her hers herself woman girl spokeswoman congresswoman policewoman mother daughter sister wife "
    "widow actress lady mom mum aunt niece grandmother businesswoman chairwoman".split()
)
_MASCULINE = frozenset(
    "he him his himself man boy spokesman congressman policeman father son brother husband widower actor "
    "gentleman dad uncle nephew grandfather businessman chairman".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
# Plurals of bodies that have no name: what "they" say is their members' words.
_GROUPS = frozenset({"people", "groups", "families", "organizations", "organisations", "charities", "unions"})
_WINDOW_SENTENCES = 8
_SUBJECT_BONUS = 1.5
# Somebody who is only described is the antecedent of "he" much less often than somebody named or quoted nearby.
_DESCRIBED_PENALTY = 5.0
_GENDERED_PENALTY = 2.0
_GENDER_BONUS = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where somebody is mentioned who can be an antecedent.

    Attributes:
        token: index of the head token.
        sentence: number of the sentence.
        person: the named person, or None for a described one.
        plural: more than one person.
    """

    token: int
    sentence: int
    person: Person | None
    plural: bool
    subject: bool
    quoted: bool
    feminine: bool | None


class Antecedents:
    """Every mention of people in an article, for looking back from a pronoun."""

    def __init__(self, doc: Doc, names: Names, quotations: tuple[Quotation, ...]) -> None:
        self._doc = doc
        self._sentence = _sentence_numbers(doc)
        self._quoted = _quoted_tokens(doc, quotations)
        self._all = sorted(self._candidates(names), key=_token)
        self._places = [candidate.token for candidate in self._all]

    def quoted(self, token: int) -> bool:
        """Tell whether a token stands inside quotation marks."""
        return self._quoted[token]

    def best(self, token: int, *, plural: bool, feminine: bool | None) -> Candidate | None:
        """Give the most likely antecedent of a pronoun at this token, or None."""
        sentence = self._sentence[token]
        inside = self._quoted[token]
        best, lowest = None, float("inf")
        for candidate in reversed(self._all[: bisect_left(self._places, token)]):
            distance = sentence - candidate.sentence
            if distance > _WINDOW_SENTENCES:
                break
            if candidate.plural != plural or (candidate.quoted and not inside):
                continue
            if not agrees(feminine, candidate.feminine):
                continue
            score = self.cost(candidate, token, feminine=feminine)
            if score < lowest:
                best, lowest = candidate, score
        return best

    def cost(self, candidate: Candidate, token: int, *, feminine: bool | None) -> float:
        """Give the cost of reading a pronoun as this candidate: distance, role, gender, being only described."""
        cost = self.distance(candidate.token, token) + (0 if candidate.subject else _SUBJECT_BONUS)
        same_gender = feminine is not None and candidate.feminine == feminine
        if candidate.person is None and not candidate.plural:
            cost += _GENDERED_PENALTY if same_gender else _DESCRIBED_PENALTY
        elif same_gender:
            cost -= _GENDER_BONUS
        return cost

    def distance(self, first: int, second: int) -> float:
        """Count the sentences from one token to a later one, with a fraction for the words between."""
        return self._sentence[second] - self._sentence[first] + (second - first) / 200

    def named_before(self, token: int, sentences: int) -> Person | None:
        """Give the nearest person named within so many sentences before a token."""
        sentence = self._sentence[token]
        for candidate in reversed(self._all[: bisect_left(self._places, token)]):
            if sentence - candidate.sentence > sentences:
                return None
            if candidate.person is not None and not candidate.plural and not candidate.quoted:
                return candidate.person
        return None

    def named_after(self, token: int, sentences: int) -> Person | None:
        """Give the first person named within so many sentences after a token, as a subject."""
        sentence = self._sentence[token]
        for candidate in self._all[bisect_left(self._places, token) :]:
            if candidate.sentence - sentence > sentences:
                return None
            if candidate.person is not None and not candidate.plural and candidate.subject and not candidate.quoted:
                return candidate.person
        return None

    def named_together(self, token: int, sentences: int) -> bool:
        """Tell whether at least two people are named within so many sentences before a token."""
        sentence = self._sentence[token]
        found = set()
        for candidate in reversed(self._all[: bisect_left(self._places, token)]):
            if sentence - candidate.sentence > sentences:
                break
            if candidate.person is not None:
                found.add(candidate.person.name)
        return len(found) > 1

    def _candidates(self, names: Names) -> Iterator[Candidate]:
        named: set[int] = set()
        for person in names.people:
            for place in person.places:
                head = self._last_of_name(place)
                named.update(range(place, head.i + 1))
                yield self._candidate(head, person, person.feminine)
                if any(child.dep_ == "conj" and child.ent_type_ == "PERSON" for child in head.children):
                    yield replace(self._candidate(head, person, None), plural=True)
        for token in self._doc:
            aged = self._aged(token, names)
            if aged is not None:
                yield self._candidate(token, aged, aged.feminine)
            elif token.i not in named and _is_described_person(token):
                yield self._candidate(token, None, gender(people.singular(token)))

    def _candidate(self, head: Token, person: Person | None, feminine: bool | None) -> Candidate:
        return Candidate(
            token=head.i,
            sentence=self._sentence[head.i],
            person=person,
            plural=person is None and (head.tag_ in ("NNS", "NNPS") or head.lower_ in people.PLURAL_NOUNS),
            subject=head.dep_ in _SUBJECTS or (head.dep_ == "appos" and head.head.dep_ in _SUBJECTS),
            quoted=self._quoted[head.i],
            feminine=feminine,
        )

    def _aged(self, token: Token, names: Names) -> Person | None:
        """Give whom "the 54-year-old" means: the person named last before it."""
        if token.lower_ != "old" or token.i < 4 or token.nbor(-2).lower_ != "year":
            return None
        if not any(child.lower_ == "the" for child in token.lefts):
            return None
        places = [(place, person.name, person) for person in names.people for place in person.places if place < token.i]
        return max(places, default=(0, "", None))[2]

    def _last_of_name(self, place: int) -> Token:
        token = self._doc[place]
        while token.i + 1 < len(self._doc) and self._doc[token.i + 1].ent_iob_ == "I":
            token = self._doc[token.i + 1]
        return token


def agrees(one: bool | None, other: bool | None) -> bool:
    """Tell whether two genders can be one person's; unknown agrees with both."""
    return one is None or other is None or one == other


def gender(word: str) -> bool | None:
    """Give True for a word that means a woman, False for a man, None for neither."""
    if word in _FEMININE:
        return True
    return False if word in _MASCULINE else None


def _is_described_person(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "amod", "nmod", "appos", "attr"):
        return False
    if token.pos_ == "PROPN":
        return people.is_member_noun(token)
    if token.tag_ == "NN" and (
        token.dep_ not in _SUBJECTS or token.lower_ in people.GENERIC or token.lower_ == "person"
    ):
        return False
    return people.is_person_noun(people.singular(token)) or token.lower_ in _GROUPS


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, number = [], -1
    for token in doc:
        number += 1 if token.is_sent_start or token.i == 0 else 0
        numbers.append(number)
    return numbers


def _quoted_tokens(doc: Doc, quotations: tuple[Quotation, ...]) -> list[bool]:
    marked = [False] * len(doc)
    for quotation in quotations:
        tokens = doc.char_span(quotation.span.start, quotation.span.end, alignment_mode="contract")
        if tokens is not None:
            for token in tokens:
                marked[token.i] = True
    return marked


def _token(candidate: Candidate) -> int:
    return candidate.token
