"""The order of reading: columns, what spans them, heads and feet."""

from __future__ import annotations

from auditor.reading.pdf_columns import Line, ordered, without_furniture


def line(text: str, left: float, bottom: float, width: float = 200, page: int = 1, size: float = 10) -> Line:
    return Line(page, left, bottom, left + width, bottom + size, size, text)


def texts(lines) -> list[str]:
    return [one.text for one in lines]


def rows(prefix: str, left: float, top: float, count: int = 4, width: float = 200) -> list[Line]:
    return [line(f"{prefix}{number}", left, top - 12 * number, width) for number in range(count)]


def test_columns_are_read_one_after_the_other_whatever_the_order_in_the_file():
    lines = [one for pair in zip(rows("a", 50, 700), rows("b", 300, 700), strict=True) for one in pair]
    assert texts(ordered(lines)) == ["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"]


def test_three_columns():
    lines = rows("c", 400, 700, width=150) + rows("a", 50, 700, width=150) + rows("b", 220, 700, width=150)
    assert texts(ordered(lines)) == [f"{name}{number}" for name in "abc" for number in range(4)]


def test_what_spans_the_columns_divides_them():
    lines = [
        *rows("a", 50, 700),
        *rows("b", 300, 700),
        line("Between", 50, 600, 450),
        *rows("c", 50, 560),
        *rows("d", 300, 560),
        line("Head", 50, 760, 450),
    ]
    found = texts(ordered(lines))
    assert found[0] == "Head"
    assert found.index("b3") < found.index("Between") < found.index("c0") < found.index("d0")


def test_pages_come_in_their_order():
    assert texts(ordered([line("b", 50, 700, page=2), line("a", 50, 700)])) == ["a", "b"]


def test_words_on_one_base_line_are_one_line():
    assert texts(ordered([line("right", 260, 700, 50), line("left", 50, 701, 100)])) == ["left right"]


def test_page_numbers_and_heads_on_several_pages_are_taken_out():
    lines = [
        *(line(f"Post, page {page}", 50, 820, page=page) for page in (1, 2)),
        *(line(str(page), 290, 20, page=page) for page in (1, 2)),
        line("Only here", 50, 820, page=3),
        line("12", 50, 400),
    ]
    kept, out = without_furniture(lines, {page: (595, 842) for page in (1, 2, 3)})
    assert texts(kept) == ["Only here", "12"]
    assert out == ["Post, page 1", "Post, page 2", "1", "2"]
