import dataclasses

from report.factory import empty_document, invented_article, invented_document

from auditor.report.diagram import MAX_ROWS, draw
from auditor.report.lookup import make_lookup


def test_sources_outlets_and_paragraphs_are_joined_by_lines():
    diagram = draw(make_lookup(invented_document()))
    names = [box.title for box in diagram.boxes]
    assert names[:3] == ["S1  a senior port official", "S2  an internal memo", "S3  Ines Abarto"]
    assert "Coast Ledger" in names
    titles = {line.title: line.weight for line in diagram.lines}
    assert titles["S1  a senior port official to paragraph 2: 2 statements"] == 2
    assert "Coast Ledger to paragraph 1: 1 statement" in titles


def test_boxes_lie_inside_the_drawing_and_do_not_overlap():
    diagram = draw(make_lookup(invented_document()))
    assert all(box.y >= 0 and box.y + box.height <= diagram.height for box in diagram.boxes)
    assert all(box.x >= 0 and box.x + box.width <= diagram.width for box in diagram.boxes)
    assert len({(box.x, box.y) for box in diagram.boxes}) == len(diagram.boxes)


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
