"""Resolution: which entry of the ledger each source phrase belongs to.

Phrases are taken in text order, with everybody whom the article names known beforehand, so that nobody is called
unnamed who is named later.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language import word_classes as people
from auditor.language.annotations import Certainty, Identity
from auditor.language.house_outlets import house_outlets_of, outlets_of
from auditor.language.outlets import OutletKind
from auditor.language.sources.antecedents import Antecedents, Candidate, agrees, gender
from auditor.language.sources.appositions import apposed_person
from auditor.language.sources.descriptions import Descriptions
from auditor.language.sources.ledger import Entry, Ledger
from auditor.language.sources.naming import Names, Person, is_person_name, name_words
from auditor.language.sources.phrases import Form, Phrase, read_phrase
from auditor.language.sources.relatives import antecedent_noun, left_edge
from auditor.text import Article, Span

_SPEAKER_BONUS = 1.0
_RELATIVE_REACH = 60


class Resolver:
    """Resolves the source phrases of one article."""

    def __init__(self, doc: Doc, article: Article, names: Names, antecedents: Antecedents) -> None:
        self._doc = doc
        self._article = article
        self._names = names
        self._antecedents = antecedents
        self.ledger = Ledger()
        self._descriptions = Descriptions(doc, article, names=names, antecedents=antecedents, ledger=self.ledger)
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
        noun = antecedent_noun(self._doc, phrase)
        if noun is None or noun.i > phrase.start:
            return phrase
        start = self._doc[left_edge(noun)].idx
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
        if phrase.form is Form.NAME or self._is_surname(phrase):
            return self._named(phrase)
        person = apposed_person(self._doc, self._names, phrase)
        return self._introduced(phrase, person) if person is not None else self._descriptions.entry(phrase)

    def _is_surname(self, phrase: Phrase) -> bool:
        """Tell whether a word that the tagger takes for a common noun is the surname of somebody named in full."""
        head = self._doc[phrase.head]
        person = self._names.person([head.text]) if head.text[:1].isupper() else None
        return person is not None and " " in person.name and not people.is_person_noun(phrase.lemma)

    def _reporter(self, phrase: Phrase) -> Entry:
        return self.ledger.add(Entry("reporter", Identity.REPORTER, "the reporter", Certainty.LIKELY))

    def _relative(self, phrase: Phrase) -> Entry | None:
        """Take "who" for the noun that its clause hangs on."""
        noun = antecedent_noun(self._doc, phrase)
        entry = None if noun is None else self._of_token(noun)
        # "Members of the board, which denied it": "which" never stands for people.
        people_said = entry is not None and entry.identity.is_unnamed_people
        return None if people_said and self._doc[phrase.head].lower_ == "which" else entry

    def _of_token(self, noun: Token) -> Entry | None:
        """Resolve the noun phrase of a token that is no source phrase itself."""
        span = self._article.span(self._doc[left_edge(noun)].idx, noun.idx + len(noun))
        phrase = read_phrase(self._doc, self._article, span)
        if phrase is None or phrase.form in (Form.PRONOUN, Form.RELATIVE, Form.REPORTER):
            return None
        return self._entry(phrase)

    def _pronoun(self, phrase: Phrase) -> Entry | None:
        word = self._doc[phrase.head].lower_
        if word in ("it", "its", "itself", "this", "that"):
            return self._body_before(phrase)
        plural = word in people.PLURAL_PRONOUNS
        entry = self._antecedent(phrase, plural=plural, feminine=None if plural else gender(word))
        # A given name can be a woman's here and a man's there: rather a name of the other gender than nobody.
        if entry is None and not plural:
            entry = self._antecedent(phrase, plural=False, feminine=None)
        if entry is not None:
            entry.mention(phrase.span, phrase.head, f"“{phrase.span.text}” was read as {entry.label}.")
        return entry

    def _antecedent(self, phrase: Phrase, *, plural: bool, feminine: bool | None) -> Entry | None:
        """Give whom a pronoun means: the last speaker or the nearest person mentioned."""
        candidate = self._antecedents.best(phrase.head, plural=plural, feminine=feminine)
        spoken = self._last_speaker(phrase, plural=plural, feminine=feminine)
        if spoken is not None and (candidate is None or self._nearer(spoken, candidate, phrase, feminine=feminine)):
            return spoken
        return self._of_candidate(candidate) if candidate is not None else None

    def _last_speaker(self, phrase: Phrase, *, plural: bool, feminine: bool | None) -> Entry | None:
        """Give the source that spoke last and agrees with a pronoun in number and gender."""
        for entry in self.ledger.latest(before=phrase.head):
            person = entry.identity is Identity.NAMED_PERSON or entry.identity.is_unnamed_people
            body = plural and entry.identity in (Identity.NAMED_INSTITUTION, Identity.OUTLET)
            if (person and entry.plural == plural and agrees(feminine, entry.feminine)) or body:
                return entry
        return None

    def _nearer(self, spoken: Entry, candidate: Candidate, phrase: Phrase, *, feminine: bool | None) -> bool:
        """Tell whether the last speaker is a better reading than a candidate: a speaker costs less."""
        sure = feminine is None or spoken.feminine == feminine
        cost = self._antecedents.distance(spoken.last, phrase.head) - (_SPEAKER_BONUS if sure else 0)
        return cost <= self._antecedents.cost(candidate, phrase.head, feminine=feminine)

    def _of_candidate(self, candidate: Candidate) -> Entry | None:
        if candidate.person is not None:
            return self._persons(candidate) if candidate.plural else self.ledger.person(candidate.person)
        for entry in self.ledger.entries.values():
            if any(span.start <= self._doc[candidate.token].idx < span.end for span in entry.mentions):
                return entry
        return self._of_token(self._doc[candidate.token])

    def _body_before(self, phrase: Phrase) -> Entry | None:
        bodies = (Identity.NAMED_INSTITUTION, Identity.NAMED_DOCUMENT, Identity.DOCUMENT_UNNAMED, Identity.OUTLET)
        for entry in self.ledger.latest(before=phrase.head):
            if entry.identity in bodies:
                return entry
        return self.ledger.add(Entry("unresolved it", Identity.NONE, phrase.span.text, Certainty.POSSIBLE))

    def _persons(self, candidate: Candidate) -> Entry:
        """Make one entry of people named together: "Lena Ruud and Ola Ness"."""
        first = self._doc[candidate.token]
        last = max(
            (token.i for token in first.subtree if token.dep_ == "conj" and token.ent_type_ == "PERSON"),
            default=first.i,
        )
        label = " ".join(self._doc[left_edge(first) : last + 1].text.split())
        return self.ledger.persons(label)

    def _named(self, phrase: Phrase) -> Entry:
        tokens = self._doc[phrase.start : phrase.end]
        head = self._doc[phrase.head]
        words = name_words(tokens, phrase.head)
        person = self._names.person(words)
        verdict = is_person_name(head)
        # A surname alone is its owner's even where entity recognition takes it for a place or a body.
        if person is not None and (verdict is not False or (len(words) == 1 and " " in person.name)):
            return self.ledger.person(person)
        if verdict is True or (verdict is None and 2 <= len(words) <= 3 and not phrase.definite):
            return self.ledger.add(
                Entry(
                    f"person {' '.join(words).lower()}",
                    Identity.NAMED_PERSON,
                    " ".join(words),
                    Certainty.LIKELY,
                    people=(1, 1),
                )
            )
        label = " ".join(tokens.text.split()).removeprefix("the ").removeprefix("The ")
        outlet = self._outlet(label)
        if outlet is not None:
            return outlet
        certainty = Certainty.FIRM if verdict is False else Certainty.POSSIBLE
        return self.ledger.add(
            Entry(
                f"body {label.lower()}",
                Identity.NAMED_INSTITUTION,
                label,
                certainty,
                evidence=["A proper name that is no person's."],
            )
        )

    def _outlet(self, label: str) -> Entry | None:
        """Give the entry of a news outlet that speaks for itself: "Radio Nord said in an editorial"."""
        outlets = outlets_of(self._doc)
        outlet = outlets.named(label)
        if outlet is None or outlet.kind in (OutletKind.PLATFORM, OutletKind.LEAKS):
            return None
        houses = (self._article.metadata.publisher, *house_outlets_of(self._doc).own)
        own = any(name is not None and outlets.named(name) == outlet for name in houses)
        identity = Identity.OWN_OUTLET if own else Identity.OUTLET
        return self.ledger.add(
            Entry(
                f"body {outlet.name.lower()}",
                identity,
                outlet.name,
                Certainty.FIRM,
                evidence=["The list of outlets has it."],
            )
        )

    def _introduced(self, phrase: Phrase, person: Person) -> Entry:
        """Name whom the article first described: "a woman said … The woman, Carla Benz, …"."""
        if phrase.determiner == "the" and self.ledger.get(f"person {person.name.lower()}") is None:
            for entry in self.ledger.latest(before=phrase.head, plural=False):
                if entry.identity is Identity.UNNAMED_INDIVIDUAL and entry.lemma == phrase.lemma:
                    self.ledger.name(entry, f"person {person.name.lower()}", person.name)
                    return entry
        return self.ledger.person(person)
