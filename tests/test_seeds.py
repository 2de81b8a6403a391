"""What the audits of the articles in seeds/ must show, checked on the audit document that the command line prints."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
IRAN = "iran-iraq-military-incompetence"

UNNAMED_PEOPLE = {"unnamed-individual", "unnamed-group", "unnamed-spokesperson", "unnamed-collective"}


@pytest.fixture(scope="session")
def audits():
    from auditor.cli import cli

    run = CliRunner().invoke(cli, ["audit", *map(str, SEEDS), "--format", "json"], catch_exceptions=False)
    assert run.exit_code == 0, run.stderr
    return {Path(audit["article"]["id"]).name: audit for audit in json.loads(run.stdout)}


@pytest.fixture
def iran(audits):
    return audits[IRAN]


def texts(spans) -> list[str]:
    return [span["text"] for span in spans]


def of_rule(audit, *codes: str) -> list[dict]:
    return [finding for finding in audit["findings"] if finding["rule"] in codes or set(finding["also"]) & set(codes)]


def unnamed(audit) -> list[dict]:
    return [source for source in audit["sources"] if source["identity"] in UNNAMED_PEOPLE]


def figures(audit) -> dict[str, str]:
    return {figure["span"]["text"]: figure["status"] for figure in audit["figures"]}


def test_the_first_seed_is_the_article_that_was_given():
    digest = hashlib.sha256((ROOT / "seeds" / f"{IRAN}.txt").read_bytes()).hexdigest()
    assert digest == "33deb961c51ea7638343051c704eca6426d4ce8bdbe42ab8e4670925ed8be23a"


def test_there_are_seeds_of_many_genres():
    assert len(SEEDS) >= 7
    assert all(300 <= len(path.read_text(encoding="utf-8").split()) <= 900 for path in SEEDS)


@pytest.mark.model
class TestEverySeed:
    def test_is_audited(self, audits):
        assert len(audits) == len(SEEDS)
        assert {name: audit["not_audited"] for name, audit in audits.items() if audit["not_audited"]} == {}

    def test_fits_the_published_schema(self, audits):
        from jsonschema import Draft202012Validator

        from auditor.cli import cli

        schema = json.loads(CliRunner().invoke(cli, ["schema"], catch_exceptions=False).stdout)
        problems = [
            error.message for audit in audits.values() for error in Draft202012Validator(schema).iter_errors(audit)
        ]
        assert problems == []

    def test_has_spans_that_are_the_words_of_the_text(self, audits):
        spans = [(audit["text"], span) for audit in audits.values() for span in spans_in(audit)]
        assert len(spans) > 100
        assert [span for text, span in spans if text[span["start"] : span["end"]] != span["text"]] == []

    def test_has_a_headline(self, audits):
        first = {name: audit["paragraphs"][0]["zone"] for name, audit in audits.items()}
        assert set(first.values()) == {"headline"}

    def test_has_a_reason_policies_and_a_remedy_for_every_finding(self, audits):
        findings = [finding for audit in audits.values() for finding in audit["findings"]]
        assert len(findings) > 20
        bare = [f["rule"] for f in findings if not (f["policies"] and f["reason"]["why"] and f["reason"]["clear"])]
        assert bare == []


def spans_in(value) -> list[dict]:
    """Every span anywhere in an audit document."""
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            return [value]
        return [span for part in value.values() for span in spans_in(part)]
    if isinstance(value, list):
        return [span for part in value for span in spans_in(part)]
    return []


@pytest.mark.model
class TestIranIraq:
    """The facts that a reader of this article's report must find in it."""

    def test_words_are_counted(self, iran):
        assert iran["article"]["words"] == 368

    def test_one_unnamed_official_carries_all_the_official_says(self, iran):
        individuals = [source for source in unnamed(iran) if source["identity"] == "unnamed-individual"]
        assert [source["label"] for source in individuals] == ["an Arab security official"]
        official = individuals[0]
        mentions = texts(official["mentions"])
        for words in ("an Arab security official", "The official", "The Arab security official", "he"):
            assert words in mentions
        theirs = [a for a in iran["attributions"] if a["source_id"] == official["id"] and a["sourcing"]]
        assert len(theirs) == official["attributions"] >= 4

    def test_no_other_person_is_a_source(self, iran):
        people = [s["label"] for s in iran["sources"] if s["identity"] in UNNAMED_PEOPLE | {"named-person"}]
        assert people == ["an Arab security official"]

    def test_no_reason_for_anonymity_is_given(self, iran):
        assert [source["anonymity"]["reason"] for source in unnamed(iran)] == ["none"]
        assert len(of_rule(iran, "ANON004")) == 1

    def test_the_official_is_flagged_as_unnamed(self, iran):
        flagged = texts(finding["span"] for finding in of_rule(iran, "ANON001") if finding["span"])
        assert "an Arab security official" in flagged

    def test_the_story_rests_on_a_single_source(self, iran):
        assert len(of_rule(iran, "SRC001")) == 1
        assert iran["profile"]["largest_source"]["label"] == "an Arab security official"

    def test_no_corroboration_is_credited(self, iran):
        assert [signal for signal in iran["signals"] if signal["rule"] in ("POS003", "POS004")] == []

    def test_the_interview_is_relayed_through_one_outlet(self, iran):
        assert [(relay["span"]["text"], relay["kind"]) for relay in iran["relays"]] == [
            ("Breitbart Jerusalem", "outlet_interview")
        ]
        assert "Breitbart Jerusalem" in texts(f["span"] for f in of_rule(iran, "REL001", "REL002") if f["span"])

    def test_the_hedged_number_of_fighters(self, iran):
        assert figures(iran)["150,000"] == "hedged"

    @pytest.mark.parametrize(
        "figure",
        [
            "tens of thousands of soldiers",
            "tens of thousands of Iran-supported Shi’ite militiamen",
            "700-1,500 ISIS fighters",
        ],
    )
    def test_figures_that_rest_on_the_unnamed(self, iran, figure):
        assert figures(iran)[figure] == "unnamed-source"

    def test_dollars_inside_a_quotation_without_speaker(self, iran):
        assert figures(iran)["billions of American dollars"] in ("unattributed", "unnamed-source", "hedged")

    def test_the_flagged_figures_have_findings(self, iran):
        flagged = texts(f["span"] for f in of_rule(iran, "FIG001", "FIG002", "FIG003", "FIG005") if f["span"])
        for figure in ("150,000", "tens of thousands of soldiers", "700-1,500 ISIS fighters"):
            assert figure in flagged

    @pytest.mark.parametrize("words", ["about 40 miles", "the first five days"])
    def test_plain_measures_are_not_flagged(self, iran, words):
        start = iran["text"].index(words)
        spans = [span for f in iran["findings"] if f["rule"].startswith(("FIG", "HED")) for span in [f["span"]] if span]
        assert [span for span in spans if span["start"] < start + len(words) and start < span["end"]] == []
        statuses = [f["status"] for f in iran["figures"] if start <= f["span"]["start"] < start + len(words)]
        assert set(statuses) <= {"plain", "unattributed", "attributed"}

    def test_the_quotations_of_the_last_two_paragraphs_have_no_speaker(self, iran):
        start = iran["paragraphs"][-2]["start"]
        last = [q for q in iran["quotations"] if q["span"]["start"] >= start and not q["nested"]]
        assert [(q["kind"], q["attribution_id"]) for q in last] == [("speech", None)] * 2
        flagged = [finding["span"]["start"] for finding in of_rule(iran, "QUO001") if finding["span"]]
        assert {q["span"]["start"] for q in last} <= set(flagged)

    def test_the_quotations_before_have_the_official_as_speaker(self, iran):
        start = iran["paragraphs"][-2]["start"]
        speaker = {a["id"]: a["source_id"] for a in iran["attributions"]}
        label = {source["id"]: source["label"] for source in iran["sources"]}
        before = [q for q in iran["quotations"] if q["span"]["start"] < start]
        assert [label[speaker[q["attribution_id"]]] for q in before] == ["an Arab security official"] * 2

    def test_the_bracketed_insertion_is_shown(self, iran):
        found = [alteration for q in iran["quotations"] for alteration in q["alterations"]]
        assert [(a["kind"], a["span"]["text"]) for a in found] == [("insertion", "[in Iran’s view]")]

    def test_the_three_spellings_of_one_place(self, iran):
        forms = [{spelling["form"] for spelling in name["spellings"]} for name in iran["names"]]
        assert {"Fallujah", "Fallijah", "Faluja"} in forms
        assert of_rule(iran, "NAM001")


def flagged_figures(audit) -> list[str]:
    return [f["span"]["text"] for f in audit["figures"] if f["status"] in ("hedged", "unnamed-source")]


@pytest.mark.model
class TestInventedArticles:
    @pytest.mark.parametrize("name", ["library-reopens", "warehouse-fire-trial"])
    def test_everything_on_record_gives_no_finding_of_the_three_flags(self, audits, name):
        assert [source["label"] for source in unnamed(audits[name])] == []
        assert texts(relay["span"] for relay in audits[name]["relays"]) == []
        assert flagged_figures(audits[name]) == []
        families = {finding["rule"][:3] for finding in audits[name]["findings"]}
        assert families & {"ANO", "REL", "FIG"} == set()

    def test_the_investigation_states_reasons_for_anonymity(self, audits):
        audit = audits["harbour-crane-inspections"]
        hidden = [s for s in audit["sources"] if s["identity"] in ("unnamed-individual", "unnamed-group")]
        assert len(hidden) >= 2
        assert "specific" in {source["anonymity"]["reason"] for source in hidden}

    def test_the_conflict_story_has_hedged_casualties_and_relays(self, audits):
        audit = audits["sarn-valley-shelling"]
        assert any(figure.startswith("60") for figure in flagged_figures(audit))
        assert any(figure.startswith("8,000") for figure in flagged_figures(audit))
        relays = texts(relay["span"] for relay in audit["relays"])
        assert "State television" in relays
        assert any("AFP" in words for words in relays)
        assert any(s["label"].lower().startswith("a senior military official") for s in unnamed(audit))

    def test_the_business_story_has_estimates_and_unnamed_people(self, audits):
        audit = audits["ferry-operator-results"]
        assert any(figure.startswith("120,000") for figure in flagged_figures(audit))
        assert any(figure.startswith("£200m") for figure in flagged_figures(audit))
        assert any(words.endswith("Financial Ledger") for words in texts(relay["span"] for relay in audit["relays"]))
        assert any(s["label"].lower().startswith("one person familiar") for s in unnamed(audit))

    def test_the_social_media_story_is_relayed_through_platforms(self, audits):
        kinds = [relay["kind"] for relay in audits["bridge-video-posts"]["relays"]]
        assert kinds.count("social") >= 4
        assert "outlet_report" in kinds
