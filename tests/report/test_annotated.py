import dataclasses

from report.factory import TEXT, empty_document, invented_article, invented_document, without_text

from auditor.report.annotated import annotate_text
from auditor.report.cards import finding_cards
from auditor.report.lookup import make_lookup


def annotated(document):
    lookup = make_lookup(document)
    return annotate_text(lookup, finding_cards(lookup))


def shown(text):
    return "".join(segment.text for block in text.blocks for segment in block.segments)


def test_the_blocks_hold_the_text_character_for_character():
    assert shown(annotated(invented_document())) == TEXT


def test_paragraphs_are_numbered_and_zoned():
    blocks = [block for block in annotated(invented_document()).blocks if block.zone]
    assert [block.zone for block in blocks[:2]] == ["headline", "lead"]
    assert [block.number for block in blocks] == [0, 1, 2, 3, 4, 5, 6]


def test_each_kind_of_mark_is_in_the_legend_with_its_count():
    layers = {layer.kind: layer.count for layer in annotated(invented_document()).layers}
    assert layers == {
        "source": 6, "cue": 6, "content": 7, "figure": 4, "hedge": 1, "relay": 1, "orphan": 1, "finding": 5,
    }  # fmt: skip


def test_a_source_of_two_statements_is_labelled_once():
    document = invented_document()
    first = document.attributions[0]
    twice = dataclasses.replace(document, attributions=(*document.attributions, dataclasses.replace(first, id="a7")))
    labels = [label.text for block in annotated(twice).blocks for part in block.segments for label in part.labels]
    assert labels.count("S1") == 3


def test_text_outside_every_paragraph_is_still_shown():
    document = dataclasses.replace(invented_document(), paragraphs=invented_document().paragraphs[2:3])
    assert shown(annotated(document)) == TEXT


def test_what_html_cannot_carry_is_noted():
    notes = annotated(empty_document(invented_article("A \x00 and \u202e here.\nMore of it."))).notes
    assert notes[0].split(" that ")[0] == "1 character"
    assert "1 invisible control" in notes[1]


def test_a_text_left_out_gives_no_annotated_text():
    assert annotated(without_text(invented_document())) is None
