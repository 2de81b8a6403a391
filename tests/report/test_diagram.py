import dataclasses
from itertools import pairwise

from report.factory import empty_document, invented_article, invented_document

from auditor.report.diagram import MAX_ROWS, draw
from auditor.report.lookup import make_lookup


def boxes(diagram, kind):
    return [box for box in diagram.boxes if box.kind == kind]


def test_sources_outlets_and_statements_are_joined_by_lines():
    diagram = draw(make_lookup(invented_document()))
    assert [box.text for box in boxes(diagram, "source")] == [
        "S1  a senior port official",
        "S2  an internal memo",
        "S3  Ines Abarto",
    ]
    assert [box.text for box in boxes(diagram, "outlet")] == ["the Coast Ledger"]
    assert len(boxes(diagram, "statement")) == 6
    titles = {line.title for line in diagram.lines}
    assert "S1 a senior port official through the Coast Ledger: 1 statement" in titles
    assert "S1 a senior port official: 2 statements" in titles
    assert "S3 Ines Abarto: 2 statements" in titles


def test_a_chain_of_outlets_is_drawn_one_after_the_other():
    document = invented_document()
    (relay,) = document.relays
    chained = dataclasses.replace(relay, chain=("a senior port official", "the Coast Ledger", "the Post"))
    diagram = draw(make_lookup(dataclasses.replace(document, relays=(chained,))))
    first, second = boxes(diagram, "outlet")
    assert (first.title, second.text) == ("the Coast Ledger", "the Post")
    assert first.x + first.width <= second.x
    assert first.y == second.y


def test_boxes_lie_inside_the_drawing_and_do_not_overlap():
    diagram = draw(make_lookup(invented_document()))
    assert all(box.y >= 0 and box.y + box.height <= diagram.height for box in diagram.boxes)
    assert all(box.x >= 0 and box.x + box.width <= diagram.width for box in diagram.boxes)
    for kind in ("source", "outlet", "statement"):
        column = sorted(boxes(diagram, kind), key=lambda box: (box.x, box.y))
        assert all(a.y + a.height <= b.y for a, b in pairwise(column) if a.x == b.x)


def test_nothing_to_draw_gives_no_drawing():
    assert draw(make_lookup(empty_document(invented_article()))) is None


def test_what_does_not_fit_is_counted():
    document = invented_document()
    source, statement = document.sources[0], document.attributions[0]
    many = range(MAX_ROWS + 5)
    crowded = dataclasses.replace(
        document,
        sources=tuple(dataclasses.replace(source, id=f"s{index}") for index in many),
        attributions=tuple(dataclasses.replace(statement, id=f"b{index}", source_id=f"s{index}") for index in many),
    )
    assert draw(make_lookup(crowded)).left_out == 5


def test_many_statements_of_one_paragraph_are_drawn_as_one():
    document = invented_document()
    statement = document.attributions[0]
    many = tuple(dataclasses.replace(statement, id=f"b{index}") for index in range(MAX_ROWS + 5))
    diagram = draw(make_lookup(dataclasses.replace(document, attributions=many)))
    (box,) = boxes(diagram, "statement")
    assert f"({MAX_ROWS + 5} statements)" in box.title
    assert diagram.left_out == 0
