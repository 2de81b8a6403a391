import dataclasses

from report.factory import invented_document

from auditor.forms.comparison import comparison_text
from auditor.language.annotations import Identity
from auditor.report.comparing import compare

OLD = invented_document()
NAMED = dataclasses.replace(OLD.sources[0], label="Tomas Wirt", identity=Identity.NAMED_PERSON)
NEW = dataclasses.replace(
    OLD,
    sources=(NAMED, *OLD.sources[1:]),
    findings=OLD.findings[2:],
    text=OLD.text.replace("had not been examined", "had not been reviewed"),
)


def test_what_changed_is_told_in_plain_lines():
    text = comparison_text(compare(OLD, NEW), width=100)
    assert "  Now named: a senior port official (unnamed person) → Tomas Wirt (named person), 3 → 3 statements" in text
    assert "  High: SRC001 Single-source story" in text
    assert "had not been [-examined-]{+reviewed+} for six" in text
    assert max(map(len, text.splitlines())) <= 100


def test_colours_take_the_place_of_brackets():
    text = comparison_text(compare(OLD, NEW), colour=True)
    assert "\x1b[31mexamined\x1b[0m\x1b[32mreviewed\x1b[0m" in text.replace("\n    ", " ")
    assert "[-" not in text


def test_words_of_the_article_cannot_steer_the_terminal():
    hostile = dataclasses.replace(NAMED, label="Wirt\x1b[2J\u202e")
    text = comparison_text(compare(OLD, dataclasses.replace(NEW, sources=(hostile, *NEW.sources[1:]))))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_no_change_is_said_in_a_line():
    assert "No source changed. 6 findings in both versions." in comparison_text(compare(OLD, OLD))
