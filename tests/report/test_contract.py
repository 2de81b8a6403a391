"""The page about templates says exactly what templates are given."""

import re
from pathlib import Path

from report.factory import invented_document

from auditor.report.contract import context_page, renewed
from auditor.report.environment import templates_folder
from auditor.report.html import render_report
from auditor.report.look import COLOURS, Look

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_the_page_is_up_to_date():
    assert renewed(PAGE) == PAGE, "run: python -m auditor.report.contract docs/templates.md"


def test_every_class_that_is_named_is_described():
    text = context_page()
    named = set(
        re.findall(r"(?:list of )?([A-Z][A-Za-z]+)", " ".join(re.findall(r"^\| `\w+` \| (.*?) \|", text, re.M)))
    )
    described = set(re.findall(r"^#### (\w+)", text, re.M))
    assert named - {"HTML"} == described
    assert len(described) > 30


def test_every_colour_and_every_block_is_named():
    assert [name for name in COLOURS if f"`{name.removesuffix('-tint')}`" not in PAGE] == []
    sources = [path.read_text(encoding="utf-8") for path in templates_folder().glob("*.html")]
    blocks = {name for source in sources for name in re.findall(r"{% block (\w+) %}", source)}
    assert [name for name in sorted(blocks) if f"`{name}`" not in PAGE] == []


def test_the_examples_work(tmp_path):
    examples = re.findall(r"`desk/templates/([\w.]+)`.*?```jinja\n(.*?)```", PAGE, re.S)
    assert len(examples) == 2
    for name, source in examples:
        (tmp_path / name).write_text(source, encoding="utf-8")
    page = render_report(invented_document(), look=Look(templates=tmp_path))
    assert "standards@desk.example" in page
    assert "To do before publication" in page
