import pytest

from auditor.errors import ReportError
from auditor.report.look import Look
from auditor.report.shell import make_shell, trusted


def shell(head="Crane fell", look=None):
    return make_shell("Crane fell – source audit", head, "auditor 0.1.0", look or Look())


def test_the_title_stands_at_the_head_of_every_printed_page():
    assert '@top-right { content: "Crane fell"; }' in shell().css


@pytest.mark.parametrize("head", ['a" } body { display: none } "', "a\\", "</style>", "a\x00\u202eb\n\ud800", "é “q”"])
def test_no_title_can_end_the_string_that_holds_it(head):
    (line,) = [
        line for line in shell(head).css.splitlines() if "@top-right {" in line and "@top-left { content" in line
    ]
    (string,) = line.partition("@top-right { content: ")[2].split("; }")[:1]
    assert string.startswith('"')
    assert string.count('"') == 2
    assert "</" not in string
    string.encode("ascii")


def test_a_long_title_is_shortened_between_words():
    assert shell("word " * 40).css.rstrip().endswith('word \\2026 "; } }')


def test_only_a_logo_lets_a_picture_in(tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"x")
    assert "img-src" not in shell().csp
    assert "img-src data:" in shell(look=Look(logo=logo)).csp


def test_what_could_end_its_element_is_refused():
    with pytest.raises(ReportError, match="cannot stand"):
        trusted("a</b", "report.css")
