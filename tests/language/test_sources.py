"""Sources over the whole article: identity, resolution, disclosure, and what counts as sourcing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language import word_classes as people
from auditor.language.annotations import Identity, ReasonKind
from auditor.language.sources.anonymity import Disclosures
from auditor.language.sources.antecedents import agrees, gender
from auditor.language.sources.documents import document_identity
from auditor.language.sources.identity import people_identity
from auditor.language.sources.ledger import Ledger, people_range
from auditor.language.sources.naming import Names, is_person_name
from auditor.language.sources.phrases import Form, read_phrase
from auditor.reading.plain import article_from_text
from auditor.text import Span

VOCAB = English().vocab


def noun_phrase(words: str, head: int, tags: str, deps: str = "") -> Doc:
    """A phrase as the parser would give it: every word hangs on the head."""
    parts = words.split()
    tag_list = tags.split()
    pos = {"DT": "DET", "JJ": "ADJ", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON"}
    pos |= {"CD": "NUM", "IN": "ADP", "WP": "PRON", "VBD": "VERB", "PRP$": "PRON", ",": "PUNCT"}
    dep_list = deps.split() if deps else ["ROOT" if i == head else "dep" for i in range(len(parts))]
    lemmas = [part.lower()[:-1] if tag == "NNS" else part.lower() for part, tag in zip(parts, tag_list, strict=True)]
    return Doc(
        VOCAB,
        words=parts,
        tags=tag_list,
        pos=[pos[tag] for tag in tag_list],
        heads=[head] * len(parts),
        deps=dep_list,
        lemmas=lemmas,
    )


def phrase_of(doc: Doc):
    article = article_from_text(doc.text)
    return read_phrase(doc, article, Span(0, len(doc.text.rstrip()), doc.text.rstrip()))


class TestPhrases:
    def test_a_relative_clause_is_left_out_of_the_span(self):
        doc = noun_phrase("a clerk who left", 1, "DT NN WP VBD")
        phrase = phrase_of(doc)
        assert phrase.span == Span(0, 7, "a clerk")
        assert phrase.lemma == "clerk"
        assert not phrase.plural
        assert phrase.indefinite

    def test_one_of_several_is_one(self):
        doc = noun_phrase("one of the clerks", 0, "CD IN DT NNS")
        assert phrase_of(doc).form is Form.QUANTIFIER
        assert not phrase_of(doc).plural

    def test_some_of_several_are_the_class(self):
        doc = noun_phrase("some of the clerks", 0, "DT IN DT NNS")
        phrase = phrase_of(doc)
        assert phrase.lemma == "clerk"
        assert phrase.plural

    def test_the_reporter_is_told_from_other_pronouns(self):
        assert phrase_of(noun_phrase("we", 0, "PRP")).form is Form.REPORTER
        assert phrase_of(noun_phrase("they", 0, "PRP")).form is Form.PRONOUN

    def test_a_capitalised_plural_of_a_common_noun_is_a_description(self):
        doc = noun_phrase("Harbour Officials", 1, "NNP NNPS")
        phrase = phrase_of(doc)
        assert phrase.form is Form.DESCRIPTION
        assert phrase.lemma == "official"

    def test_no_token_gives_no_phrase(self):
        doc = noun_phrase("a clerk", 1, "DT NN")
        article = article_from_text(doc.text)
        assert read_phrase(doc, article, Span(7, 7, "")) is None


class TestPeople:
    @pytest.mark.parametrize("lemma", ["official", "crane-driver", "oceanographer", "gatekeeper", "midwife", "voter"])
    def test_nouns_for_people_are_an_open_class(self, lemma):
        assert people.is_person_noun(lemma)

    @pytest.mark.parametrize("lemma", ["ministry", "report", "river", "letter", "company", "survey"])
    def test_other_nouns_are_no_people(self, lemma):
        assert not people.is_person_noun(lemma)

    @pytest.mark.parametrize(
        ("plural", "singular"), [("deputies", "deputy"), ("witnesses", "witness"), ("aides", "aide")]
    )
    def test_regular_plurals(self, plural, singular):
        assert people.bare_plural(plural) == singular

    def test_classes_of_nouns_do_not_contradict_each_other(self):
        assert people.is_spokesperson("spokeswoman")
        assert people.is_member("republican")
        assert people.is_institution("ministry")
        assert people.is_document("memo")


class TestPeopleIdentity:
    @pytest.mark.parametrize(
        ("words", "head", "tags", "identity"),
        [
            ("a port official", 2, "DT NN NN", Identity.UNNAMED_INDIVIDUAL),
            ("two port officials", 2, "CD NN NNS", Identity.UNNAMED_GROUP),
            ("several judges", 1, "JJ NNS", Identity.UNNAMED_GROUP),
            ("a spokeswoman", 1, "DT NN", Identity.UNNAMED_SPOKESPERSON),
            ("critics", 0, "NNS", Identity.UNNAMED_COLLECTIVE),
            ("many economists", 1, "JJ NNS", Identity.UNNAMED_COLLECTIVE),
            ("some officials", 1, "DT NNS", Identity.UNNAMED_GROUP),
            ("the ministry", 1, "DT NN", None),
        ],
    )
    def test_identity_by_noun_and_number(self, words, head, tags, identity):
        assert people_identity(phrase_of(noun_phrase(words, head, tags))) == identity

    @pytest.mark.parametrize(
        ("words", "head", "tags", "expected"),
        [
            ("a clerk", 1, "DT NN", (1, 1)),
            ("two clerks", 1, "CD NNS", (2, 2)),
            ("clerks", 0, "NNS", (2, None)),
            ("several clerks", 1, "JJ NNS", (3, None)),
            ("more than 20 clerks", 3, "JJ IN CD NNS", (21, None)),
            ("at least five clerks", 3, "IN JJ CD NNS", (5, None)),
            ("about 50 clerks", 2, "IN CD NNS", (2, None)),
            ("dozens of clerks", 2, "NNS IN NNS", (24, None)),
        ],
    )
    def test_number_of_people(self, words, head, tags, expected):
        assert people_range(phrase_of(noun_phrase(words, head, tags))) == expected


DISCLOSED = [
    (
        "Two officials said the road was closed. A diplomat, who spoke on condition of anonymity because she was not "
        "authorised to brief the press, said it was open.",
        [("Two officials", "none", None, None), ("A diplomat", "stock", "on condition of anonymity", None)],
    ),
    (
        "An aide said the plan was dead. A second aide, speaking on background, said it was alive.",
        [("An aide", "none", None, None), ("A second aide", "none", None, "speaking on background")],
    ),
    (
        "A nurse said the ward was full. She spoke on condition of anonymity for fear of losing her job.",
        [("A nurse", "specific", "on condition of anonymity", None)],
    ),
    (
        "One employee, who was not authorized to discuss the memo, said it named nobody.",
        [("One employee", "stock", None, None)],
    ),
    (
        "A soldier, whose name is being withheld for security reasons, said the front was quiet.",
        [("A soldier", "specific", "whose name is being withheld", None)],
    ),
    (
        "An agent said the file was lost. He asked that his name not be used because he still works there.",
        [("An agent", "specific", "asked that his name not be used", None)],
    ),
    (
        "A former minister, speaking off the record, said the vote was lost.",
        [("A former minister", "none", None, "speaking off the record")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), DISCLOSED, ids=[text[:40] for text, _ in DISCLOSED])
def test_terms_of_anonymity_belong_to_the_source_they_stand_beside(annotated, text, expected):
    found = [
        (
            source.label,
            source.anonymity.reason.value,
            source.anonymity.formula and source.anonymity.formula.text,
            source.anonymity.terms and source.anonymity.terms.text,
        )
        for source in annotated("Evening news.\n\n" + text).annotations.sources
        if source.anonymity
    ]
    assert found == expected


class TestDocuments:
    @pytest.mark.parametrize(
        ("words", "head", "tags", "identity"),
        [
            ("intelligence reports", 1, "NN NNS", Identity.DOCUMENT_UNNAMED),
            ("a recent study", 2, "DT JJ NN", Identity.DOCUMENT_UNNAMED),
            ("the report", 1, "DT NN", Identity.NAMED_DOCUMENT),
            ("a Treasury memo", 2, "DT NNP NN", Identity.NAMED_DOCUMENT),
            ("a Fenn poll", 2, "DT NNP NN", Identity.POLL_NAMED),
            ("court records", 1, "NN NNS", Identity.NAMED_DOCUMENT),
        ],
    )
    def test_maker_date_or_reference_identifies_a_document(self, words, head, tags, identity):
        doc = noun_phrase(words, head, tags)
        assert document_identity(doc, phrase_of(doc))[0] is identity


class TestNaming:
    def test_surnames_point_back_at_full_names(self):
        doc = Doc(
            VOCAB,
            words="Lena Ruud waited . Ruud spoke .".split(),
            tags="NNP NNP VBD . NNP VBD .".split(),
            pos="PROPN PROPN VERB PUNCT PROPN VERB PUNCT".split(),
            heads=[1, 2, 2, 2, 5, 5, 5],
            deps="compound nsubj ROOT punct nsubj ROOT punct".split(),
            ents=["B-PERSON", "I-PERSON", "O", "O", "O", "O", "O"],
        )
        names = Names(doc, [])
        assert [person.name for person in names.people] == ["Lena Ruud"]
        assert names.person(["Ruud"]) is names.person(["Lena", "Ruud"])
        assert names.people[0].places == [0, 4]
        assert is_person_name(doc[0]) is True
        assert is_person_name(doc[4]) is None


class TestLedger:
    def test_each_new_person_has_a_key_of_their_own(self):
        ledger = Ledger()
        assert ledger.new_key("source") != ledger.new_key("source")

    def test_gender_is_a_reason_against_never_for(self):
        assert gender("spokeswoman") is True
        assert gender("spokesman") is False
        assert agrees(None, True)
        assert not agrees(True, False)


class TestAnonymity:
    @pytest.mark.parametrize(
        ("text", "reason", "words"),
        [
            (
                "He asked not to be named because staff who spoke last year were dismissed.",
                ReasonKind.SPECIFIC,
                "because staff who spoke last year were dismissed",
            ),
            (
                "She spoke on condition of anonymity because she was not authorised to brief reporters.",
                ReasonKind.STOCK,
                "because she was not authorised to brief reporters",
            ),
            ("A nurse, who feared losing her job, said so.", ReasonKind.SPECIFIC, "who feared losing her job"),
            ("The trader, asking not to be named, said volumes fell.", ReasonKind.NONE, None),
            ("The aide insisted on anonymity.", ReasonKind.NONE, None),
        ],
    )
    def test_reason_and_its_words(self, text, reason, words):
        article = article_from_text(text)
        found = Disclosures(article, [(0, len(text))]).of([article.span(0, 5)])
        assert found.reason is reason
        assert (found.reason_span.text if found.reason_span else None) == words

    def test_basis_and_terms(self):
        text = "A diplomat who sat in on the talks spoke on background."
        article = article_from_text(text)
        found = Disclosures(article, [(0, len(text))]).of([article.span(0, 10)])
        assert found.basis.text.startswith("who sat in on the talks")
        assert found.terms.text.endswith("on background")

    def test_a_reason_far_away_belongs_to_somebody_else(self):
        text = (
            "A clerk said so. Rain fell. The law bars jurors from talking. He asked for anonymity for fear of threats."
        )
        article = article_from_text(text)
        sentences = [(0, 16), (17, 27), (28, 61), (62, len(text))]
        found = Disclosures(article, sentences).of([article.span(0, 7)])
        assert found.reason is ReasonKind.NONE
        assert found.formula is None


# Each row: the text, the flagged phrases with their identity, in text order. Everything else in the text is near-miss.
SENTENCES = [
    ("A port manager said the crane had failed twice.", [("A port manager", "individual")]),
    ("Two people briefed on the audit described missing ledgers.", [("Two people", "group")]),
    ("Shells fell on the northern outskirts overnight, residents said.", [("residents", "collective")]),
    ("At least 14 people were killed, according to local health officials.", [("local health officials", "group")]),
    ("The rupee ended at 83.2 to the dollar, dealers said.", [("dealers", "group")]),
    ("A company spokeswoman said production resumed on Monday.", [("A company spokeswoman", "spokesperson")]),
    ("Critics say the law is toothless.", [("Critics", "collective")]),
    ("Many economists expect the bank to hold its rate.", [("Many economists", "collective")]),
    ("Investors worry that inflation will stay high.", [("Investors", "collective")]),
    ("Opposition lawmakers accused the cabinet of hiding it.", [("Opposition lawmakers", "collective")]),
    ("Government sources confirmed that the minister would resign.", [("Government sources", "group")]),
    ("The pilot told the tower that an engine had failed, investigators said.", [("investigators", "group")]),
    (
        "“The market is pricing in a cut,” said a trader at a foreign bank.",
        [("a trader at a foreign bank", "individual")],
    ),
    ("Port manager Lena Ruud said the crane had failed.", []),
    ("The manager, Lena Ruud, said the crane had failed.", []),
    ("The ministry said the crane had failed.", []),
    ("Police questioned two port officials on Monday.", []),
    ("Fifty-two percent of respondents said they were worried.", []),
    ("No official would confirm the report.", []),
    ("If officials say no, the project will die.", []),
    ("Protesters demanded his resignation.", []),
    ("Many fans were furious.", []),
    ("The company declined to comment.", []),
    ("Republicans confirmed the judge on Tuesday.", []),
    ("“An official told me to leave,” said Lena Ruud.", []),
    ("A person could argue that the rule is unfair.", []),
]

ARTICLES = [
    (
        "Tank leaks at depot\n\nAn engineer said the tank had leaked for a week. The engineer said nobody knew. "
        "He added that two valves were missing.",
        [("An engineer", "individual"), ("The engineer", "individual"), ("He", "individual")],
    ),
    (
        "Fire at mill\n\nA woman who lives nearby said she saw smoke. The woman, Carla Benz, told officers that "
        "a gate stood open.",
        [],
    ),
    (
        "Harbour to close\n\nHarbour master Ola Ness said the gates would shut. He said the repairs would take "
        "a month. The harbour master said ships had been warned.",
        [],
    ),
]


@pytest.mark.model
class TestResolution:
    @pytest.mark.parametrize(
        ("text", "expected"), SENTENCES + ARTICLES, ids=[text[:40] for text, _ in SENTENCES + ARTICLES]
    )
    def test_unnamed_people_are_found_and_nobody_else(self, annotated, text, expected):
        found = annotated(text).annotations
        identity = {source.id: source.identity for source in found.sources}
        flagged = [
            (attribution.source.text, identity[attribution.source_id].value.removeprefix("unnamed-"))
            for attribution in found.attributions
            if attribution.sourcing and attribution.source and identity[attribution.source_id].is_unnamed_people
        ]
        assert flagged == expected
        for attribution in found.attributions:
            if attribution.source:
                assert text[attribution.source.start : attribution.source.end] == attribution.source.text

    def test_one_unnamed_person_is_one_source_with_all_mentions(self, annotated):
        sources = annotated(ARTICLES[0][0]).annotations.sources
        assert [source.label for source in sources] == ["An engineer"]
        assert [mention.text for mention in sources[0].mentions] == ["An engineer", "The engineer", "He"]
        assert sources[0].attributions == 3
        assert sources[0].people == (1, 1)

    def test_reasons_why_something_is_no_sourcing_are_given(self, annotated):
        found = annotated("Protesters demanded his resignation. Officials said the road was closed.").annotations
        for attribution in found.attributions:
            assert attribution.sourcing or attribution.not_sourcing_because.endswith(".")

    @settings(max_examples=25, deadline=None)
    @given(text=st.text(alphabet=st.sampled_from(list("ab Asaid,.“”'\"\n-’")), max_size=120))
    def test_any_text_gives_valid_spans(self, annotated, text):
        found = annotated(text).annotations
        for source in found.sources:
            for mention in source.mentions:
                assert text[mention.start : mention.end] == mention.text


@pytest.mark.model
def test_a_reason_given_for_a_group_covers_each_of_its_members(annotated):
    text = (
        "Cranes fail\n\nFive clerks said the cranes were rusty. They spoke on condition of anonymity because two "
        "colleagues were dismissed last year.\n\nOne of them said the rope had snapped."
    )
    reasons = {source.label: source.anonymity.reason for source in annotated(text).annotations.sources}
    assert reasons == {"Five clerks": ReasonKind.SPECIFIC, "One of them": ReasonKind.SPECIFIC}
