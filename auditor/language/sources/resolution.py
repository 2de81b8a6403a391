"""Resolution: which entry of the ledger each source phrase belongs to.

Phrases are taken in text order, with everybody whom the article names known beforehand, so that nobody is called unnamed
who is named later.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language.annotations import Certainty, Identity
from auditor.language.sources import people
from auditor.language.sources.antecedents import Antecedents, Candidate, agrees, gender
from auditor.language.sources.documents import document_identity
from auditor.language.sources.identity import is_named_body, people_identity
from auditor.language.sources.ledger import Entry, Ledger, people_range
from auditor.language.sources.naming import Names, Person, is_person_name, name_words
from auditor.language.sources.phrases import Form, Phrase, read_phrase
from auditor.text import Article, Span, ZoneKind

# Descriptions that stand for one office, held by somebody the reader knows.
_OFFICES = frozenset(
    "president premier chancellor pope king queen emperor monarch speaker chairman chairwoman chair governor mayor candidate nominee "
    "billionaire mogul incumbent front-runner frontrunner senator congressman congresswoman businessman minister leader dictator "
    "actor actress singer author star coach manager captain striker defendant suspect son daughter boss".split()
)
# Roles whose definite description ("the official") is as often somebody unnamed; other ones point back at a name.
_ANONYMOUS_ROLES = frozenset(
    "source official aide adviser advisor staffer person insider informant diplomat witness eyewitness spokesman spokeswoman spokesperson "
    "caller employee worker investigator prosecutor agent negotiator relative friend colleague associate confidant whistleblower resident "
    "trader bystander neighbour neighbor passenger victim accuser organiser organizer".split()
)
_NAMED_WINDOW = 3
_ANAPHOR_WINDOW = 40
# "The woman said" may well be one whom nobody names; "the front-runner said" hardly.
_COMMON_ROLES = frozenset("man woman judge boy girl driver patient student teacher nurse doctor officer mother father owner child kid".split())
_SPEAKER_BONUS = 1.0
_OPENING = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.LEAD})
# Roles that are given with the name as a title, so that one of them in the opening is the one named below.
# Plurals that point back at people named before: "the candidates", "both men".
_TOGETHER = frozenset("candidate contender nominee rival man woman brother sister couple pair duo senator finalist opponent president leader".split())
_COUNTED_ANAPHORS = frozenset({"both", "two", "three", "four", "all"})
_TITLED = frozenset("judge justice minister senator ambassador commander lawyer prosecutor officer detective spokesman spokeswoman".split())


class Resolver:
    """Resolves the source phrases of one article."""

    def __init__(self, doc: Doc, article: Article, names: Names, antecedents: Antecedents) -> None:
        self._doc = doc
        self._article = article
        self._names = names
        self._antecedents = antecedents
        self.ledger = Ledger()
        self._resolved: dict[int, tuple[Entry | None, Phrase | None]] = {}

    def resolve(self, source: Span) -> tuple[Entry | None, Phrase | None]:
        """Give the ledger entry of a source phrase and the phrase as read."""
        known = self._resolved.get(source.start)
        if known is not None:
            return known
        phrase = read_phrase(self._doc, self._article, source)
        if phrase is None:
            return None, None
        entry = self._entry(phrase)
        if entry is not None:
            if phrase.form is Form.RELATIVE and entry.identity.is_unnamed_people:
                phrase = self._with_antecedent(phrase)
            entry.mention(phrase.span, phrase.head)
        self._resolved[source.start] = (entry, phrase)
        return entry, phrase

    def _with_antecedent(self, phrase: Phrase) -> Phrase:
        """Widen "who" to the description it stands beside: "an architect who"."""
        noun = self._antecedent_noun(phrase)
        if noun is None or noun.i > phrase.start:
            return phrase
        start = self._doc[_left_edge(noun)].idx
        if phrase.span.start - start > _RELATIVE_REACH:
            return phrase
        return replace(phrase, span=self._article.span(start, phrase.span.end))

    def _entry(self, phrase: Phrase) -> Entry | None:
        if phrase.form is Form.REPORTER:
            return self._reporter(phrase)
        if phrase.form is Form.RELATIVE:
            return self._relative(phrase)
        if phrase.form is Form.PRONOUN:
            return self._pronoun(phrase)
        if phrase.form is Form.NAME:
            return self._named(phrase)
        apposed = self._apposed(phrase)
        return apposed or self._described(phrase)

    def _reporter(self, phrase: Phrase) -> Entry:
        return self.ledger.add(Entry("reporter", Identity.REPORTER, "the reporter", Certainty.LIKELY))

    def _relative(self, phrase: Phrase) -> Entry | None:
        """Take "who" for the noun that its clause hangs on."""
        noun = self._antecedent_noun(phrase)
        return None if noun is None else self._of_token(noun)

    def _antecedent_noun(self, phrase: Phrase) -> Token | None:
        verb = self._doc[phrase.head].head
        while verb.dep_ in ("aux", "auxpass", "conj", "xcomp", "advcl") and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ in ("relcl", "acl"):
            return _whole(_person_above(verb.head))
        before = self._doc[max(0, phrase.start - 4) : phrase.start]
        return next((token for token in reversed(before) if token.pos_ in ("NOUN", "PROPN")), None)

    def _of_token(self, noun: Token) -> Entry | None:
        """Resolve the noun phrase of a token that is no source phrase itself."""
        span = self._article.span(self._doc[_left_edge(noun)].idx, noun.idx + len(noun))
        phrase = read_phrase(self._doc, self._article, span)
        if phrase is None or phrase.form in (Form.PRONOUN, Form.RELATIVE, Form.REPORTER):
            return None
        return self._entry(phrase)

    def _pronoun(self, phrase: Phrase) -> Entry | None:
        word = self._doc[phrase.head].lower_
        if word in ("it", "its", "itself", "this", "that"):
            return self._body_before(phrase)
        plural = word in people.PLURAL_PRONOUNS
        feminine = None if plural else gender(word)
        candidate = self._antecedents.best(phrase.head, plural=plural, feminine=feminine)
        spoken = self._last_speaker(phrase, plural=plural, feminine=feminine)
        if spoken is not None and (candidate is None or self._nearer(spoken, candidate, phrase)):
            entry: Entry | None = spoken
        else:
            entry = self._of_candidate(candidate) if candidate is not None else None
        if entry is not None:
            entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” was read as {entry.label}.")
        return entry

    def _last_speaker(self, phrase: Phrase, *, plural: bool, feminine: bool | None) -> Entry | None:
        """Give the source that spoke last and agrees with a pronoun in number and gender."""
        for entry in self.ledger.latest(before=phrase.head):
            person = entry.identity is Identity.NAMED_PERSON or entry.identity.is_unnamed_people
            body = plural and entry.identity in (Identity.NAMED_INSTITUTION, Identity.OUTLET)
            if (person and entry.plural == plural and agrees(feminine, entry.feminine)) or body:
                return entry
        return None

    def _nearer(self, spoken: Entry, candidate: Candidate, phrase: Phrase) -> bool:
        """Tell whether the last speaker is a better reading than a candidate: speakers cost less than their distance."""
        cost = self._antecedents.distance(spoken.last, phrase.head) - _SPEAKER_BONUS
        return cost <= self._antecedents.cost(candidate, phrase.head)

    def _of_candidate(self, candidate: Candidate) -> Entry | None:
        if candidate.person is not None:
            return self._persons(candidate) if candidate.plural else self._person(candidate.person)
        for entry in self.ledger.entries.values():
            if any(span.start <= self._doc[candidate.token].idx < span.end for span in entry.mentions):
                return entry
        return self._of_token(self._doc[candidate.token])

    def _body_before(self, phrase: Phrase) -> Entry | None:
        bodies = (Identity.NAMED_INSTITUTION, Identity.NAMED_DOCUMENT, Identity.DOCUMENT_UNNAMED, Identity.OUTLET)
        for entry in self.ledger.latest(before=phrase.head):
            if entry.identity in bodies:
                return entry
        return self.ledger.add(
            Entry("unresolved it", Identity.NONE, phrase.span.text, Certainty.POSSIBLE)
        )

    def _persons(self, candidate: Candidate) -> Entry:
        """Make one entry of people named together: "Lena Ruud and Ola Ness"."""
        first = self._doc[candidate.token]
        last = max((token.i for token in first.subtree if token.dep_ == "conj" and token.ent_type_ == "PERSON"), default=first.i)
        label = " ".join(self._doc[_left_edge(first) : last + 1].text.split())
        return self.ledger.add(Entry(f"persons {label.lower()}", Identity.NAMED_PERSON, label, Certainty.LIKELY, plural=True))

    def _person(self, person: Person) -> Entry:
        return self.ledger.add(
            Entry(
                f"person {person.name.lower()}",
                Identity.NAMED_PERSON,
                person.name,
                Certainty.FIRM,
                feminine=person.feminine,
                role=person.description,
                people=(1, 1),
                evidence=["The article names this person."],
            )
        )

    def _named(self, phrase: Phrase) -> Entry:
        tokens = self._doc[phrase.start : phrase.end]
        head = self._doc[phrase.head]
        words = name_words(tokens, phrase.head)
        person = self._names.person(words)
        verdict = is_person_name(head)
        if person is not None and verdict is not False:
            return self._person(person)
        if verdict is True or (verdict is None and 2 <= len(words) <= 3 and not phrase.definite):
            return self.ledger.add(
                Entry(f"person {' '.join(words).lower()}", Identity.NAMED_PERSON, " ".join(words), Certainty.LIKELY, people=(1, 1))
            )
        label = " ".join(tokens.text.split()).removeprefix("the ").removeprefix("The ")
        certainty = Certainty.FIRM if verdict is False else Certainty.POSSIBLE
        return self.ledger.add(
            Entry(f"body {label.lower()}", Identity.NAMED_INSTITUTION, label, certainty, evidence=["A proper name that is no person's."])
        )

    def _apposed(self, phrase: Phrase) -> Entry | None:
        """Find the name in apposition to a description, or before which it stands as a title."""
        head = self._doc[phrase.head]
        beside = [token for token in head.children if token.dep_ == "appos" and token.i > head.i]
        if head.dep_ in ("compound", "nmod", "appos") and head.head.pos_ == "PROPN":
            beside.append(head.head)
        beside.extend(self._name_beside(phrase))
        if not phrase.plural:
            beside.extend(token.nbor() for token in self._doc[phrase.head : phrase.end] if token.lower_ == "named")
            inside = self._doc[phrase.head + 1 : phrase.end]
            beside.extend(token for token in inside if token.dep_ in ("conj", "appos") or token.i == phrase.head + 1)
        for token in beside:
            words = _entity_words(token) if token.ent_type_ == "PERSON" else _full_name(token)
            person = self._names.person(words)
            if person is not None:
                return self._introduced(phrase, person)
            if len(words) > 1 and not phrase.plural:
                return self._introduced(phrase, Person(" ".join(words), token.i))
        return None

    def _introduced(self, phrase: Phrase, person: Person) -> Entry:
        """Name whom the article first described: "a woman said … The woman, Carla Benz, …"."""
        if phrase.determiner == "the" and self.ledger.get(f"person {person.name.lower()}") is None:
            for entry in self.ledger.latest(before=phrase.head, plural=False):
                if entry.identity is Identity.UNNAMED_INDIVIDUAL and entry.lemma == phrase.lemma:
                    self.ledger.name(entry, f"person {person.name.lower()}", person.name)
                    return entry
        return self._person(person)

    def _name_beside(self, phrase: Phrase) -> list[Token]:
        """Give the first token of a personal name set off by a comma right before or behind the phrase."""
        found = []
        for position in range(phrase.end, min(len(self._doc), phrase.end + 5)):
            token = self._doc[position]
            joined = phrase.end == position or self._doc[phrase.end].text in (",", "-", "--", "–", "—")
            if joined and (token.ent_type_ == "PERSON" or len(_full_name(token)) > 1):
                found.append(token)
            if token.pos_ not in ("PROPN", "ADJ", "NOUN") and token.text not in (",", "-", "--", "–", "—"):
                break
        before = phrase.start - 2
        if before >= 0 and self._doc[phrase.start - 1].text == "," and self._doc[before].ent_type_ == "PERSON":
            found.append(self._doc[before])
        return found

    def _described(self, phrase: Phrase) -> Entry | None:
        head = self._doc[phrase.head]
        if phrase.form is Form.QUANTIFIER and head.dep_ in ("det", "nummod", "amod"):
            return None
        identity = people_identity(phrase)
        if identity is not None and not (phrase.plural and is_named_body(phrase) and phrase.definite):
            return self._plural_people(phrase, identity) if phrase.plural else self._one_person(phrase, identity)
        if people.is_document(phrase.lemma) and not is_named_body(phrase):
            return self._document(phrase)
        if is_named_body(phrase):
            return self._body(phrase, Certainty.FIRM)
        return self._body(phrase, Certainty.POSSIBLE, Identity.NONE)

    def _document(self, phrase: Phrase) -> Entry:
        identity, evidence = document_identity(self._doc, phrase)
        label = " ".join(phrase.span.text.split())
        key = f"document {label.lower()}"
        return self.ledger.add(Entry(key, identity, label, Certainty.LIKELY, lemma=phrase.lemma, evidence=[evidence]))

    def _body(self, phrase: Phrase, certainty: Certainty, identity: Identity = Identity.NAMED_INSTITUTION) -> Entry:
        label = " ".join(phrase.span.text.split())
        key = f"body {label.lower().removeprefix('the ')}"
        evidence = "What kind of source this is cannot be told from its words."
        if identity is Identity.NAMED_INSTITUTION:
            evidence = "An institution speaks, not an unnamed person."
        return self.ledger.add(Entry(key, identity, label, certainty, lemma=phrase.lemma, evidence=[evidence]))

    def _one_person(self, phrase: Phrase, identity: Identity) -> Entry | None:
        if phrase.definite or not phrase.determiner:
            known = self._known_person(phrase)
            if known is not None:
                return known
        named_later = self._named_later(phrase)
        if named_later is not None:
            return named_later
        entry = self._new(self.ledger.new_key(phrase.lemma), phrase, identity)
        entry.own = self._doc[phrase.start].lower_ in ("my", "our")
        entry.evidence.append(f"“{phrase.lemma}” describes a person; no name is given for this one anywhere in the article.")
        return entry

    def _known_person(self, phrase: Phrase) -> Entry | None:
        """Find whom a definite description points back at: an unnamed person of that description, or a named one."""
        for entry in self.ledger.latest(before=phrase.head, plural=False):
            if entry.identity.is_unnamed_people and _same_description(entry, phrase):
                entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” points back at {entry.label}.")
                return entry
        holders = self._names.with_role(phrase.lemma)
        if holders:
            person = max(holders, key=lambda one: max((p for p in one.places if p < phrase.head), default=-one.first))
            return self._person(person)
        if phrase.determiner == "the" and phrase.lemma not in _ANONYMOUS_ROLES:
            aged = {"year", "old"} <= phrase.words
            reach = _NAMED_WINDOW if phrase.lemma in _COMMON_ROLES and not aged else _ANAPHOR_WINDOW
            person_before = self._antecedents.named_before(phrase.head, reach)
            if person_before is not None:
                entry = self._person(person_before)
                entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” was read as {entry.label}.")
                return entry
        return None

    def _named_later(self, phrase: Phrase) -> Entry | None:
        """Find whom the opening describes and the article then names: "A judge ruled … Judge Mara Lind said"."""
        paragraph = self._article.paragraph_at(phrase.span.start)
        if paragraph is None or paragraph.zone not in _OPENING or people.is_informant(phrase.lemma) and phrase.lemma not in _TITLED:
            return None
        holders = self._names.with_role(phrase.lemma)
        person = holders[0] if len(holders) == 1 and holders[0].first > phrase.head else None
        headline = paragraph.zone is ZoneKind.HEADLINE and not phrase.determiner
        if person is None and (headline or (phrase.definite and phrase.lemma in _OFFICES)):
            person = self._antecedents.named_after(phrase.head, _NAMED_WINDOW)
        if person is None:
            return None
        entry = self._person(person)
        entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” is named later as {entry.label}.")
        return entry

    def _plural_people(self, phrase: Phrase, identity: Identity) -> Entry:
        if phrase.definite or (phrase.determiner in _COUNTED_ANAPHORS and phrase.lemma in _TOGETHER):
            for entry in self.ledger.latest(before=phrase.head, plural=True):
                if entry.identity.is_unnamed_people and entry.lemma == phrase.lemma:
                    return entry
            holders = self._names.with_role(phrase.lemma)
            anaphor = phrase.lemma in _TOGETHER and self._antecedents.named_together(phrase.head, _NAMED_WINDOW)
            if anaphor and len(holders) < 2:
                return self.ledger.add(
                    Entry(f"persons {phrase.lemma}", Identity.NAMED_PERSON, f"the {phrase.lemma}s named", Certainty.LIKELY, plural=True)
                )
            if len(holders) > 1 and phrase.determiner == "the":
                label = " and ".join(person.name for person in holders[:3])
                return self.ledger.add(Entry(f"persons {label.lower()}", Identity.NAMED_PERSON, label, Certainty.LIKELY, plural=True))
        label = " ".join(phrase.span.text.split())
        entry = self._new(f"people {label.lower()}", phrase, identity)
        if not entry.evidence:
            entry.evidence.append(f"“{phrase.lemma}” in the plural stands for people whom the article does not name.")
        return entry

    def _new(self, key: str, phrase: Phrase, identity: Identity) -> Entry:
        return self.ledger.add(
            Entry(
                key,
                identity,
                " ".join(phrase.span.text.split()),
                Certainty.FIRM if people.is_listed_person(phrase.lemma) else Certainty.LIKELY,
                lemma=phrase.lemma,
                plural=phrase.plural,
                words=phrase.words,
                feminine=gender(phrase.lemma),
                people=people_range(phrase),
            )
        )


_RELATIVE_REACH = 60


def _full_name(token: Token) -> list[str]:
    """Give the two or three capitalised words that begin at a token and look like a person's full name."""
    words: list[str] = []
    for word in token.doc[token.i : token.i + 4]:
        if word.pos_ != "PROPN" or not word.is_title or is_person_name(word) is False and word.ent_type_ in ("GPE", "LOC", "FAC"):
            break
        words.append(word.text)
    return words if 2 <= len(words) <= 3 and token.nbor(-1).pos_ != "PROPN" else []


def _entity_words(token: Token) -> list[str]:
    """Give the words of the recognised name that holds a token."""
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end:
            return [word.text for word in entity]
    return [token.text]


def _person_above(noun: Token) -> Token:
    """Give "Democrats" for "Hill" in "Democrats on Capitol Hill, who": the relative clause is about people."""
    token = noun
    while not (token.ent_type_ == "PERSON" or people.is_member_noun(token) or people.is_person_noun(people.singular(token))):
        if token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ in ("NOUN", "PROPN"):
            token = token.head.head
        else:
            return noun
    return token


def _whole(noun: Token) -> Token:
    """Give "one" for "docs" in "one of the docs who"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in people.PARTITIVES:
        return noun.head.head
    return noun


def _left_edge(noun: Token) -> int:
    kept = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet")
    return min((token.i for token in noun.lefts if token.dep_ in kept), default=noun.i)


_EQUIVALENT = (frozenset({"spokesman", "spokeswoman", "spokesperson"}), frozenset({"aide", "adviser", "advisor", "staffer"}))


def _same_description(entry: Entry, phrase: Phrase) -> bool:
    """Tell whether a definite description can mean this unnamed person: same noun, and no new modifier that conflicts."""
    same = entry.lemma in (phrase.lemma, "one") or any(entry.lemma in group and phrase.lemma in group for group in _EQUIVALENT)
    extra = phrase.words - entry.words - people.DEFINITE
    return same and not (extra and entry.words - people.INDEFINITE and not extra & entry.words and len(extra) > 1)
