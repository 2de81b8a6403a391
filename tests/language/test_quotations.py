from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from auditor.language.annotations import (
    AlterationKind,
    Attribution,
    AttributionKind,
    Certainty,
    Channel,
    Marks,
    QuotationKind,
)
from auditor.language.quotations import cued_quotations, find_quotations, govern_quotations
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata, Paragraph, Span, ZoneKind

BLANK = spacy.blank("en")


def article(text: str) -> Article:
    """One body paragraph a line, so that no line counts as a headline."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(len(paragraphs), start, start + len(line), ZoneKind.BODY))
        start += len(line) + 1
    return Article(id="t", text=text, metadata=Metadata(), paragraphs=tuple(paragraphs))


def quoted(text: str) -> list[str]:
    return [quotation.span.text for quotation in find_quotations(article(text))]


MARKS = [
    ("curly double", "“The pier is gone,” she said.", ["“The pier is gone,”"]),
    ("straight double", '"The pier is gone," she said.', ['"The pier is gone,"']),
    ("split by its cue", '"We," he said, "will not go."', ['"We,"', '"will not go."']),
    ("curly single", "‘The pier is gone,’ she said.", ["‘The pier is gone,’"]),
    ("straight single", "'The pier is gone,' she said.", ["'The pier is gone,'"]),
    ("contractions", "'It isn't ours and we don't want it,' he said.", ["'It isn't ours and we don't want it,'"]),
    ("possessives", "The clerk's dog and the clerks' dogs ran. James' hat fell.", []),
    ("plural possessive inside", "'The pilots' union agreed,' he said.", ["'The pilots' union agreed,'"]),
    ("plural ends a single quotation", "They are 'tyrants' and the pilots' pay fell.", ["'tyrants'"]),
    ("two single fragments", "He saw 'tyrants' and 'fools' there.", ["'tyrants'", "'fools'"]),
    ("elisions", "’Tis the ’90s, rock ’n’ roll and get ’em.", []),
    ("straight elisions", "'Twas the summer of '68, rock 'n' roll and 'em.", []),
    ("elisions inside", "'Tell 'em it's the '90s,' she said.", ["'Tell 'em it's the '90s,'"]),
    ("apostrophes in names", "The Shi’ite, Qur'an and O’Hara schools of the ‘ulama’s past", []),
    ("single in double", "“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"]),
    ("double in single", "‘He said “no” twice,’ she said.", ["‘He said “no” twice,’", "“no”"]),
    ("two marks end together", "“He told me, ‘Never again.’”", ["“He told me, ‘Never again.’”", "‘Never again.’"]),
    ("straight in straight", '"He said "no" twice," she said.', ['"He said "no" twice,"', '"no"']),
    ("typewriter", "``We are done,'' he said. ``Really.''", ["``We are done,''", "``Really.''"]),
    ("two single marks for a double", "''We are done,'' he said.", ["''We are done,''"]),
    ("guillemets", "«We are done», he said.", ["«We are done»"]),
    ("low and high", "„We are done,“ he said. „Go,” she said.", ["„We are done,“", "„Go,”"]),
    ("curly opens, straight closes", '“We are done," he said. "Go.”', ['“We are done,"', '"Go.”']),
    ("blank on the wrong side", '"We are done, "he said. "Go."', ['"We are done, "', '"Go."']),
    ("closing glyph opens", "”We are done,” he said.", ["”We are done,”"]),
    ("dashes around", 'The plan—"a folly"—fell.', ['"a folly"']),
    ("brackets around", 'The plan ("a folly") fell.', ['"a folly"']),
    ("inches and feet", "A 12\" pipe, a 6'2\" man and a 5' fence.", []),
    ("inches inside", '"A 6\'2" man came," she said.', ['"A 6\'2" man came,"']),
    ("left-over markup", '<post by="Oda" text="it rained" /> "Go home now," he said.', ['"Go home now,"']),
    ("year before the mark", '"It began in 1990," she said.', ['"It began in 1990,"']),
]


@pytest.mark.parametrize(("text", "spans"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_marks_are_told_from_apostrophes_and_paired(text, spans):
    found = find_quotations(article(text))
    assert [quotation.span.text for quotation in found] == spans
    assert all(text[quotation.span.start : quotation.span.end] == quotation.span.text for quotation in found)
    assert all(quotation.closed for quotation in found)


def test_offsets_ids_and_words_of_two_quotations():
    first, second = find_quotations(article('Early on, "we saw it coming," Oda said. "Nobody moved."'))
    assert (first.id, first.span, first.words) == ("q1", Span(10, 29, '"we saw it coming,"'), 4)
    assert (second.id, second.span, second.words) == ("q2", Span(40, 55, '"Nobody moved."'), 2)


def test_nested_quotations_say_so():
    outer, inner = find_quotations(article("“He said ‘no’ to all of us,” she said."))
    assert (outer.nested, outer.marks) == (False, Marks.DOUBLE)
    assert (inner.nested, inner.marks) == (True, Marks.SINGLE)


def test_marks_are_named():
    marks = [quotation.marks for quotation in find_quotations(article("\"a b c d\" 'a b c d' ``a b c d'' “a” ‘b’ «c»"))]
    expected = [Marks.DOUBLE, Marks.SINGLE, Marks.TYPEWRITER, Marks.DOUBLE, Marks.SINGLE, Marks.DOUBLE]
    assert marks == expected


def test_unclosed_quotation_is_reported_not_dropped():
    (found,) = find_quotations(article('Oda wrote: "The water came at night. \nThe end.'))
    assert (found.span.text, found.closed) == ('"The water came at night.', False)


def test_unclosed_quotation_ends_before_the_next_one_opens():
    found = find_quotations(article("“We left at six, he said. “Nobody told us,” he said."))
    assert [(one.span.text, one.closed, one.nested) for one in found] == [
        ("“We left at six, he said.", False, False),
        ("“Nobody told us,”", True, False),
    ]


def test_odd_closing_mark_is_reported():
    found = find_quotations(article("We left at six.” Then “nobody told us a thing” came."))
    assert [(one.span.text, one.closed) for one in found] == [
        ("We left at six.”", False),
        ("“nobody told us a thing”", True),
    ]


def test_every_paragraph_starts_afresh():
    found = find_quotations(article("“One two three four.\n“Five six seven eight.\n“Nine ten,” he said, “eleven.”"))
    assert [(one.span.text, one.closed) for one in found] == [
        ("“One two three four.", False),
        ("“Five six seven eight.", False),
        ("“Nine ten,”", True),
        ("“eleven.”", True),
    ]


def test_paragraph_that_only_closes_continues_the_one_before():
    found = find_quotations(article("“We left at six.\nNobody told us,” he said."))
    assert [(one.span.text, one.closed) for one in found] == [("“We left at six.", False), ("Nobody told us,”", True)]


def test_unclosed_single_quotation_of_several_paragraphs():
    found = find_quotations(article("‘We left at six.\n‘Nobody told us,’ he said."))
    assert [(one.span.text, one.closed) for one in found] == [("‘We left at six.", False), ("‘Nobody told us,’", True)]


KINDS = [
    ("whole sentence", '"Nobody here expects to be paid."', QuotationKind.SPEECH),
    ("one word with a cue", '"Never," she said.', QuotationKind.SPEECH),
    ("cue before", 'She replied: "Never."', QuotationKind.SPEECH),
    ("held at arm's length", 'The "smart" meter failed.', QuotationKind.SCARE),
    ("so-called", 'The so-called "fleet of the dead men" sailed.', QuotationKind.SCARE),
    ("known as", 'He is known as "the man of the high hills".', QuotationKind.SCARE),
    ("title", 'She read "The Long Winter of the North".', QuotationKind.SCARE),
    ("song", 'They sang the song "we all go home together".', QuotationKind.SCARE),
    ("slogan", 'Under the slogan "a lift for every house", they won.', QuotationKind.SCARE),
    ("word as a word", 'The word "lift" is British.', QuotationKind.SCARE),
    ("nickname", 'Ada "Sparks" Lowell won.', QuotationKind.SCARE),
    ("partial quotation", 'It was "the worst night any of us can remember".', QuotationKind.SPEECH),
]


@pytest.mark.parametrize(("text", "kind"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_speech_is_told_from_scare_quotes(text, kind):
    (found,) = find_quotations(article(text))
    assert found.kind is kind


def test_headline_marks_are_speech_only_beside_a_cue():
    text = "‘No money left for the pier’\nBody text here."
    assert find_quotations(article_from_text(text, headline=True))[0].kind is QuotationKind.SCARE
    text = "‘No money left for the pier,’ says mayor\nBody text here."
    assert find_quotations(article_from_text(text, headline=True))[0].kind is QuotationKind.SPEECH


ALTERATIONS = [
    ("[in our view]", AlterationKind.INSERTION),
    ("[sic]", AlterationKind.INSERTION),
    ("…", AlterationKind.ELLIPSIS),
    ("...", AlterationKind.ELLIPSIS),
    (". . .", AlterationKind.ELLIPSIS),
    ("[...]", AlterationKind.ELLIPSIS),
    ("[…]", AlterationKind.ELLIPSIS),
    ("(...)", AlterationKind.ELLIPSIS),
]


@pytest.mark.parametrize(("altered", "kind"), ALTERATIONS)
def test_alterations_have_exact_spans(altered, kind):
    text = f'He said "the model {altered} was a success" [not ours].'
    (found,) = find_quotations(article(text))
    (alteration,) = found.alterations
    assert (alteration.kind, alteration.span.text) == (kind, altered)
    assert alteration.span.start == text.index(altered)


def test_note_numbers_are_no_insertions():
    assert find_quotations(article('"The dam [3] is safe for now."'))[0].alterations == ()


def test_block_quotation_after_a_greater_sign():
    found = find_quotations(article('She wrote:\n> The dam is safe and "sound" today.\nThat was all.'))
    assert [(one.span.text, one.marks, one.nested) for one in found] == [
        ('> The dam is safe and "sound" today.', Marks.BLOCK, False),
        ('"sound"', Marks.DOUBLE, True),
    ]


def test_block_quotation_by_colon_and_indent():
    text = "The letter said:\n    The dam is safe.\nNobody believed it."
    made = article_from_text(text)
    assert [(one.span.text, one.marks) for one in find_quotations(made)] == [("The dam is safe.", Marks.BLOCK)]


def test_marks_in_a_transcript_line_are_nested():
    (found,) = find_quotations(article('Q: Did he say "we will close the pier today"?'))
    assert found.nested


ODD = st.text(
    alphabet=st.sampled_from("ab S s9'’‘`´\"“”„«»‹›‚‛.,:;?!-—()[]\n …>") | st.characters(exclude_categories=["Cs"]),
    max_size=200,
)


@given(ODD)
@settings(max_examples=300, deadline=None)
def test_any_marks_give_valid_ordered_spans(text):
    made = article_from_text(text)
    found = find_quotations(made)
    assert all(made.text[one.span.start : one.span.end] == one.span.text for one in found)
    assert [one.id for one in found] == [f"q{number}" for number in range(1, len(found) + 1)]
    assert found == tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))
    assert find_quotations(made) == found


@given(ODD)
@settings(max_examples=100, deadline=None)
def test_governing_takes_any_marks(text):
    made = article_from_text(text)
    found = find_quotations(made)
    assert govern_quotations(BLANK(text), found, ()) == found


@pytest.mark.parametrize("unit", ["“", "”", '"', "'", "‘", "’ ", "“‘", '" ', "``", "''", "s' ", '"a ', "[", "‘A "])
def test_ten_thousand_marks_in_one_paragraph(unit):
    started = time.process_time()
    found = find_quotations(article(unit * 10_000))
    assert all(one.span.end <= len(unit) * 10_000 for one in found)
    # Generous: a quadratic scan takes minutes.
    assert time.process_time() - started < 20


def test_ten_thousand_nested_pairs():
    text = "“" * 10_000 + "deep" + "”" * 10_000
    found = find_quotations(article(text))
    closed = [one.span.text for one in found if one.closed]
    assert closed[-1] == "“deep”"
    assert sum(len(one.span.text) for one in found) < 2 * len(text)


# Governing: attributions made by hand, as "source | cue | content" of substrings.


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), part)


def said(text: str, source: str | None, cue: str, *content: str, **more: str) -> Attribution:
    made = article(text)
    cues = (span(text, cue),) if cue else ()
    anchor = (cues or (span(text, source or content[0]),))[0].start
    return Attribution(
        id=more.get("id", "a1"),
        kind=AttributionKind.MIXED,
        channel=Channel.SPEECH,
        source=span(text, source) if source else None,
        source_id=None,
        cue=cues,
        cue_lemma=more.get("lemma", cue.lower()),
        content=tuple(span(text, part) for part in content),
        certainty=Certainty.FIRM,
        paragraph=made.paragraph_at(anchor).index,
        zone=ZoneKind.BODY,
    )


def governed(text: str, *attributions: Attribution, doc: Doc | None = None) -> list[tuple[str, str | None]]:
    made = article(text)
    doc = doc if doc is not None else BLANK(text)
    if Doc.has_extension("article"):
        doc._.article = made
    found = govern_quotations(doc, find_quotations(made), attributions)
    return [(one.span.text, one.attribution_id) for one in found]


def test_content_that_holds_the_quotation_governs_it():
    text = '"The pier is gone," Oda said.'
    assert governed(text, said(text, "Oda", "said", "The pier is gone")) == [('"The pier is gone,"', "a1")]


def test_content_of_the_first_sentence_governs_the_whole_quotation():
    text = 'Oda said "the pier is gone for good. Nobody will build another one while I live here. That is all."'
    assert governed(text, said(text, "Oda", "said", "the pier is gone for good."))[0][1] == "a1"


def test_a_cue_inside_the_quotation_does_not_govern_it():
    text = '"The mayor said the pier was safe for all."'
    assert governed(text, said(text, "The mayor", "said", "the pier was safe for all"))[0][1] is None


def test_cue_that_touches_the_marks_governs():
    text = 'Oda said: "The pier is gone for good."'
    assert governed(text, said(text, "Oda", "said", "Oda said"))[0][1] == "a1"
    text = 'It rained. "The pier is gone for good," said Oda.'
    assert governed(text, said(text, "Oda", "said", "It rained."))[0][1] == "a1"


def test_run_on_keeps_its_speaker():
    text = '"We closed at six," Oda said. "No one told us anything."'
    assert [found for _, found in governed(text, said(text, "Oda", "said", "We closed at six"))] == ["a1", "a1"]


def test_run_on_between_two_speakers_belongs_to_the_first():
    text = '"We closed at six," Oda said. "No one told us anything." Pell replied: "You never asked us."'
    first = said(text, "Oda", "said", "We closed at six")
    second = said(text, "Pell", "replied", "You never asked us.", id="a2")
    assert [found for _, found in governed(text, first, second)] == ["a1", "a1", "a2"]


def test_opening_quotation_takes_the_only_speaker_of_its_paragraph():
    text = '"We closed it all at six." He paused. "No one told us," Oda said.'
    assert [found for _, found in governed(text, said(text, "Oda", "said", "No one told us"))] == ["a1", "a1"]


def test_two_speakers_leave_a_loose_quotation_without_one():
    text = '"We shut it at six," Oda said. Pell said "you never asked us". It rained. It was "the longest day of all".'
    first = said(text, "Oda", "said", "We shut it at six")
    second = said(text, "Pell", "Pell said", "you never asked us", id="a2")
    assert [found for _, found in governed(text, first, second)] == ["a1", "a2", None]


def test_continued_paragraphs_keep_their_speaker():
    text = "Oda said: “We closed at six.\n“Nobody told us anything.\n“The water came at night.”\nIt rained."
    assert [found for _, found in governed(text, said(text, "Oda", "said", "We closed at six."))] == ["a1"] * 3


def test_speaker_named_in_a_later_paragraph_speaks_the_earlier_ones():
    text = "“We closed the gate at six.\n“Nobody told us,” Oda said."
    assert [found for _, found in governed(text, said(text, "Oda", "said", "Nobody told us"))] == ["a1", "a1"]


def test_closed_quotation_is_not_continued_in_the_next_paragraph():
    text = "Oda said: “We closed at six.”\nThe new pier would “and will be the end of the old town”."
    assert [found for _, found in governed(text, said(text, "Oda", "said", "We closed at six."))] == ["a1", None]


def test_paragraph_of_one_quotation_follows_its_speaker():
    text = 'Oda said the pier had gone.\n"Nobody told us a thing."\nIt rained.'
    assert governed(text, said(text, "Oda", "said", "the pier had gone"))[0][1] == "a1"


def test_paragraph_of_one_quotation_follows_a_colon():
    text = 'Then Oda replied to them all, slowly:\n"Nobody told us a thing."'
    assert governed(text, said(text, "Oda", "replied", "to them all"))[0][1] == "a1"


def test_paragraph_of_one_quotation_after_narration_has_no_speaker():
    text = 'Oda said the pier had gone. The rain went on for days.\n"Nobody told us a thing."'
    assert governed(text, said(text, "Oda", "said", "the pier had gone"))[0][1] is None


def test_governed_fragment_is_speech_when_it_is_the_content():
    text = 'Oda called it "a folly" on Monday.'
    (found,) = govern_quotations(
        BLANK(text), find_quotations(article(text)), (said(text, "Oda", "called", '"a folly"'),)
    )
    assert (found.kind, found.attribution_id) == (QuotationKind.SPEECH, "a1")


def test_scare_quotation_inside_a_content_stays_one():
    text = 'Oda said the "smart" meters that were sold in the north had failed.'
    content = 'the "smart" meters that were sold in the north had failed'
    (found,) = govern_quotations(BLANK(text), find_quotations(article(text)), (said(text, "Oda", "said", content),))
    assert (found.kind, found.attribution_id) == (QuotationKind.SCARE, "a1")


def test_nested_quotation_takes_the_speaker_around_it():
    text = "“He said ‘no’ to all of us,” Oda said."
    assert governed(text, said(text, "Oda", "Oda said", "He said ‘no’ to all of us")) == [
        ("“He said ‘no’ to all of us,”", "a1"),
        ("‘no’", "a1"),
    ]


def tagged(text: str, tags: dict[str, str], lemmas: dict[str, str]) -> Doc:
    doc = BLANK(text)
    for token in doc:
        token.tag_ = tags.get(token.text, "NN")
        token.lemma_ = lemmas.get(token.text, token.lower_)
    return doc


REPORTS = 'According to police reports, there are 90 cars in the yard, "and this raises the old questions again."'


def test_a_clause_of_a_document_ends_before_the_quotation():
    doc = tagged(REPORTS, {"are": "VBP"}, {"reports": "report"})
    content = 'there are 90 cars in the yard, "and this raises the old questions again."'
    attribution = said(REPORTS, "police reports", "According to", content)
    assert governed(REPORTS, attribution, doc=doc)[0][1] is None


def test_a_document_governs_the_words_it_introduces():
    text = 'According to police reports, "there are 90 cars in the yard".'
    doc = tagged(text, {"are": "VBP"}, {"reports": "report"})
    attribution = said(text, "police reports", "According to", "there are 90 cars in the yard")
    assert governed(text, attribution, doc=doc)[0][1] == "a1"


def test_a_fragment_in_the_clause_of_a_document_is_its_own():
    text = 'The report says the pump in the north yard is "fully and reliably operational".'
    doc = tagged(text, {"says": "VBZ", "is": "VBZ"}, {})
    content = 'the pump in the north yard is "fully and reliably operational"'
    attribution = said(text, "The report", "says", content)
    assert governed(text, attribution, doc=doc)[0][1] == "a1"


def test_a_person_goes_on_after_the_clause():
    text = 'According to him, there are 90 cars in the yard, "and this raises the old questions again."'
    doc = tagged(text, {"are": "VBP"}, {})
    content = 'there are 90 cars in the yard, "and this raises the old questions again."'
    assert governed(text, said(text, "him", "According to", content), doc=doc)[0][1] == "a1"


def test_a_spokesperson_inside_an_introduced_clause_keeps_the_words():
    text = (
        'According to the report, the clerk said on Friday that if it rained again, "she would shut the pier for good."'
    )
    doc = tagged(text, {"said": "VBD", "rained": "VBD"}, {})
    content = 'the clerk said on Friday that if it rained again, "she would shut the pier for good."'
    assert governed(text, said(text, "the report", "According to", content), doc=doc)[0][1] == "a1"


def test_a_scare_quotation_gives_its_paragraph_no_speaker():
    text = 'The trade coined the term "smart meter". Things went on. "Two clicks and the whole bill is there."'
    attribution = said(text, "The trade", "coined", 'the term "smart meter"')
    assert [found for _, found in governed(text, attribution)] == ["a1", None]


@given(ODD, st.lists(st.tuples(st.integers(0, 199), st.integers(1, 30), st.integers(0, 199)), max_size=6))
@settings(max_examples=100, deadline=None)
def test_governing_takes_any_attributions(text, places):
    if not text:
        return
    made = article_from_text(text)
    attributions = []
    for number, (start, length, cue) in enumerate(places):
        start, cue = start % len(text), cue % len(text)
        content = made.span(start, min(len(text), start + length))
        attributions.append(
            Attribution(
                id=f"a{number}",
                kind=AttributionKind.MIXED,
                channel=Channel.SPEECH,
                source=content if number % 2 else None,
                source_id=None,
                cue=(made.span(cue, cue + 1),),
                cue_lemma="say",
                content=(content,),
                certainty=Certainty.FIRM,
                paragraph=0,
                zone=ZoneKind.BODY,
            )
        )
    found = find_quotations(made)
    known = {attribution.id for attribution in attributions} | {None}
    doc = BLANK(text)
    result = govern_quotations(doc, found, tuple(attributions))
    assert [one.span for one in result] == [one.span for one in found]
    assert all(one.attribution_id in known for one in result)


# Cues beside loose quotations, on documents made by hand: words with their heads and relations.


def parsed(text: str, relations: dict[str, tuple[str, str, str]]) -> Doc:
    """Parse by hand: each word's part of speech, relation and head word; other words hang on the first verb."""
    tokens = BLANK(text)
    words = [token.text for token in tokens]
    verb = next(index for index, word in enumerate(words) if relations.get(word, ("", "", ""))[0] == "VERB")
    rows = [relations.get(word, ("X", "dep", words[verb])) for word in words]
    heads = [verb if row[1] == "ROOT" else words.index(row[2]) for row in rows]
    spaces = [bool(token.whitespace_) for token in tokens]
    return Doc(
        BLANK.vocab, words=words, spaces=spaces, pos=[r[0] for r in rows], deps=[r[1] for r in rows], heads=heads
    )


ODA = {"Oda": ("PROPN", "nsubj", "said"), "said": ("VERB", "ROOT", "said"), "replied": ("VERB", "ROOT", "replied")}
CUED = [
    ("behind", '"Nobody told us a thing," Oda said.', "Oda", "said"),
    ("behind, turned round", '"Nobody told us a thing," said Oda.', "Oda", "said"),
    ("before a comma", 'Oda said, "Nobody told us a thing."', "Oda", "said"),
    ("before a colon", 'Oda said to them: "Nobody told us a thing."', "Oda", "said"),
    ("in the paragraph before", 'Oda said:\n"Nobody told us a thing."', "Oda", "said"),
]


@pytest.mark.parametrize(("text", "source", "cue"), [row[1:] for row in CUED], ids=[row[0] for row in CUED])
def test_a_cue_beside_a_loose_quotation_is_read(text, source, cue):
    found = find_quotations(article(text))
    (reading,) = cued_quotations(parsed(text, ODA), article(text), found, ())
    assert [text[start:end] for start, end in reading.source] == [source]
    assert [text[start:end] for start, end in reading.cue] == [cue]
    assert reading.content == ((found[0].span.start, found[0].span.end),)


@pytest.mark.parametrize(
    "text",
    [
        '"Nobody told us a thing." Oda said it rained.',
        'Oda said it rained. "Nobody told us a thing."',
        'Oda said it rained.\n"Nobody told us a thing."',
    ],
)
def test_a_cue_of_another_sentence_is_left_alone(text):
    assert cued_quotations(parsed(text, ODA), article(text), find_quotations(article(text)), ()) == ()


def test_a_cue_that_is_taken_is_left_alone():
    text = '"Nobody told us a thing," Oda said.'
    known = said(text, "Oda", "said", "Nobody")
    assert cued_quotations(parsed(text, ODA), article(text), find_quotations(article(text)), (known,)) == ()


CREDITS = [
    ("bar", "“We left the pier at six.” ― Ann Dorn\nIt rained.", "Ann Dorn"),
    ("dash on the next line", "“We left the pier at six.”\n— Ann B. Dorn", "Ann B. Dorn"),
    ("with a description", "“We left the pier at six.” - Ann Dorn, 34, clerk", "Ann Dorn"),
]


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in CREDITS], ids=[row[0] for row in CREDITS])
def test_a_credit_line_names_the_speaker(text, name):
    (reading,) = cued_quotations(BLANK(text), article(text), find_quotations(article(text)), ())
    assert [text[start:end] for start, end in reading.source] == [name]
    assert text[slice(*reading.cue[0])] in "―—-"


def test_a_dash_in_a_sentence_is_no_credit_line():
    text = "He heard “we left the pier at six” — Ann Dorn was with him that night and left the pier."
    assert cued_quotations(BLANK(text), article(text), find_quotations(article(text)), ()) == ()


@pytest.mark.model
def test_textacy_makes_a_reading_surer_and_its_failure_does_not_matter(nlp):
    text = '"We closed it all at six," said Oda, who runs the pier. It rained.'
    (reading,) = cued_quotations(nlp(text), article(text), find_quotations(article(text)), ())
    assert reading.probability == 0.8
    text = 'Oda said: "We closed it all at six and left.\nIt rained.'
    (reading,) = cued_quotations(nlp(text), article(text), find_quotations(article(text)), ())
    assert reading.probability == 0.6


def test_a_transcript_label_inside_the_marks_names_the_speaker():
    text = "“DORN: We left the pier at six.\n“ANN PELL: Nobody told us a thing.”"
    made, found = article(text), find_quotations(article(text))
    first, second = cued_quotations(BLANK(text), made, found, ())
    assert [text[slice(*one.source[0])] for one in (first, second)] == ["DORN", "ANN PELL"]
    attributions = [
        said(text, "DORN", ":", "We left the pier at six."),
        said(text, "ANN PELL", "ANN PELL:", "Nobody told us a thing.”", id="a2"),
    ]
    assert [identity for _, identity in governed(text, *attributions)] == ["a1", "a2"]
