"""Attributions: what the tagger read, joined with quotations, paragraphs and the syntax of cues."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language.annotations import AttributionKind, Certainty, Channel
from auditor.language.attributions import find_attributions
from auditor.language.quotations import find_quotations
from auditor.language.tagger import TaggedAttribution
from auditor.reading.plain import article_from_text
from auditor.text import ZoneKind

VOCAB = English().vocab
NLP = English()


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return (start, start + len(words))


def reading(text: str, source: str, cue: str, *content: str, probability: float = 0.9) -> TaggedAttribution:
    return TaggedAttribution(
        source=(place(text, source),) if source else (),
        cue=(place(text, cue),) if cue else (),
        content=tuple(place(text, words) for words in content),
        probability=probability,
    )


def found_in(text: str, *readings: TaggedAttribution):
    article = article_from_text(text)
    return find_attributions(NLP(text), article, find_quotations(article), tagged=readings)


class TestJoining:
    def test_spans_are_those_of_the_text(self):
        text = "Lena Ruud said the crane had failed."
        (found,) = found_in(text, reading(text, "Lena Ruud", "said", "the crane had failed"))
        assert (found.source.start, found.source.end) == (0, 9)
        assert [span.text for span in found.cue] == ["said"]
        assert [span.text for span in found.content] == ["the crane had failed"]
        assert found.id == "a1"

    @pytest.mark.parametrize(
        ("text", "content", "kind"),
        [
            ("“The crane had failed twice,” Ruud said.", ["“The crane had failed twice,”"], AttributionKind.DIRECT),
            ("Ruud said the crane had failed twice.", ["the crane had failed twice"], AttributionKind.INDIRECT),
            (
                "Ruud said the crane was “an accident waiting”.",
                ["the crane was “an accident waiting”"],
                AttributionKind.MIXED,
            ),
        ],
    )
    def test_kind_follows_the_quoted_share(self, text, content, kind):
        (found,) = found_in(text, reading(text, "Ruud", "said", *content))
        assert found.kind is kind

    @pytest.mark.parametrize(
        ("probability", "certainty"),
        [(0.9, Certainty.FIRM), (0.6, Certainty.LIKELY), (0.2, Certainty.POSSIBLE)],
    )
    def test_certainty_follows_the_probability(self, probability, certainty):
        text = "Ruud said it failed."
        (found,) = found_in(text, reading(text, "Ruud", "said", "it failed", probability=probability))
        assert found.certainty is certainty
        assert found.probability == probability

    @pytest.mark.parametrize(
        ("text", "source", "cue", "channel"),
        [
            ("The court said it failed.", "The court", "said", Channel.COURT),
            ("A study found it failed.", "A study", "found", Channel.DOCUMENT),
            ("Ruud declined to say it failed.", "Ruud", "declined", Channel.DECLINED_COMMENT),
        ],
    )
    def test_channel(self, text, source, cue, channel):
        article = article_from_text(text)
        words = text.rstrip(".").split()
        doc = Doc(VOCAB, words=[*words, "."], spaces=[*[True] * (len(words) - 1), False, False])
        for token in doc:
            token.lemma_ = {"said": "say", "found": "find", "declined": "decline"}.get(token.text, token.lower_)
            token.pos_ = "VERB" if token.text in ("said", "found", "declined") else "NOUN"
        (found,) = find_attributions(doc, article, (), tagged=(reading(text, source, cue, "it failed"),))
        assert found.channel is channel

    def test_order_is_that_of_the_text_and_zones_are_kept(self):
        text = "Crane fails\n\nRuud said it failed.\n\nNess said it held."
        found = found_in(
            text,
            reading(text, "Ness", "said it held"[:4], "it held"),
            reading(text, "Ruud", "said", "it failed"),
        )
        assert [one.content[0].text for one in found] == ["it failed", "it held"]
        assert {one.zone for one in found} == {ZoneKind.LEAD}
        assert [one.id for one in found] == ["a1", "a2"]


class TestReach:
    TEXT = "Ruud said the crane had failed.\n\nSuch a failure would “shut the port for a year”.\n\n“No one told us.”"

    def test_a_cue_does_not_reach_into_a_sentence_of_the_article_in_another_paragraph(self):
        tagged = reading(self.TEXT, "Ruud", "said", "the crane had failed", "“shut the port for a year”")
        (found,) = found_in(self.TEXT, tagged)
        assert [span.text for span in found.content] == ["the crane had failed"]

    def test_a_paragraph_that_begins_with_a_mark_continues_the_speaker(self):
        tagged = reading(self.TEXT, "Ruud", "said", "the crane had failed", "“No one told us.”")
        (found,) = found_in(self.TEXT, tagged)
        assert [span.text for span in found.content] == ["the crane had failed", "“No one told us.”"]
