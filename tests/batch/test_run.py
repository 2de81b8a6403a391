"""A run over many articles: the files it leaves, whatever happens to single articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from standin import audited_by_hand

from auditor.batch import articles
from auditor.batch import run as run_module
from auditor.batch.articles import Settings
from auditor.batch.run import run_batch
from auditor.document import from_json
from auditor.errors import ReportError
from auditor.findings import Severity
from auditor.reading.inputs import Input, expand

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


@pytest.fixture
def by_hand(monkeypatch):
    monkeypatch.setattr(articles, "audited", audited_by_hand)


@pytest.fixture
def desk(tmp_path):
    for name, text in {
        "a.txt": "Bridge shut\nAn official said so.\n",
        "b.txt": "",
        "index.txt": "Le pont est fermé.\n",
        "sub/Ünï côdé #1.txt": "Bridge open\nLena Ruud said so.\n",
    }.items():
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return expand([str(tmp_path / "desk")])


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("by_hand")
class TestFiles:
    def test_audits_hold_a_line_an_article_that_was_read(self, desk, tmp_path):
        summary = run_batch(desk, tmp_path / "out", Settings(), jobs=1, reports=False)
        audits = lines(tmp_path / "out" / "audits.jsonl")
        assert [audit["article"]["id"] for audit in audits] == ["a", "index", "sub/Ünï côdé #1"]
        assert [audit["not_audited"] for audit in audits] == [None, "The article is not in English.", None]
        assert (summary.audited, summary.not_audited, summary.worst) == (2, 2, Severity.HIGH)

    def test_what_was_not_audited_is_listed_with_its_reason(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), jobs=1, reports=False)
        place = desk[1].place
        assert lines(tmp_path / "out" / "not-audited.jsonl") == [
            {"id": "b", "path": place, "reason": f"{place}: there is nothing in it. Give an article's text."},
            {"id": "index", "path": desk[2].place, "reason": "The article is not in English."},
        ]

    def test_only_these_two_without_reports(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), jobs=1, reports=False)
        assert names(tmp_path / "out") == ["audits.jsonl", "not-audited.jsonl"]

    def test_an_earlier_list_of_failures_goes(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), jobs=1, reports=False)
        run_batch(desk[:1], tmp_path / "out", Settings(), jobs=1, reports=False)
        assert names(tmp_path / "out") == ["audits.jsonl"]

    def test_each_article_that_was_read_has_a_page_and_the_index_leads_to_it(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), jobs=1)
        assert names(tmp_path / "out") == [
            "a.html",
            "audits.jsonl",
            "index-2.html",
            "index.html",
            "not-audited.jsonl",
            "sub/Ünï côdé #1.html",
        ]
        index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
        assert 'href="a.html"' in index
        assert 'href="sub/%C3%9Cn%C3%AF%20c%C3%B4d%C3%A9%20%231.html"' in index
        assert "there is nothing in it" in index

    def test_the_text_may_be_left_out_of_everything(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(keep_text=False), jobs=1)
        assert [audit["text"] for audit in lines(tmp_path / "out" / "audits.jsonl")] == [None, None, None]
        assert "Lena Ruud said so" not in "".join(
            path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")
        )

    def test_progress_is_told_for_each_article(self, desk, tmp_path):
        steps = []
        run_batch(desk, tmp_path / "out", Settings(), jobs=1, reports=False, progress=lambda: steps.append(1))
        assert len(steps) == len(desk)

    def test_a_page_that_cannot_be_made_does_not_stop_the_rest(self, desk, tmp_path, monkeypatch):
        def broken(document, **_):
            raise ValueError("no\nway")

        monkeypatch.setattr(run_module, "render_report", broken)
        summary = run_batch(desk, tmp_path / "out", Settings(), jobs=1)
        assert len(lines(tmp_path / "out" / "audits.jsonl")) == 3
        reason = lines(tmp_path / "out" / "not-audited.jsonl")[0]["reason"]
        assert reason.startswith("the report could not be made: internal error (ValueError: no way)")
        assert summary.not_audited == 4

    def test_an_interruption_leaves_no_half_file(self, desk, tmp_path):
        def interrupt():
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run_batch(desk, tmp_path / "out", Settings(), jobs=1, progress=interrupt)
        assert "audits.jsonl" not in names(tmp_path / "out")
        assert [name for name in names(tmp_path / "out") if not name.endswith(".html")] == []

    def test_a_folder_that_cannot_be_written_is_an_error(self, desk, tmp_path):
        (tmp_path / "out").write_text("a file", encoding="utf-8")
        with pytest.raises(ReportError):
            run_batch(desk, tmp_path / "out", Settings(), jobs=1)


@pytest.mark.model
def test_the_files_are_the_same_whatever_the_number_of_processes(tmp_path):
    sources = [*expand([str(SEEDS)]), Input(str(tmp_path / "no.txt"), "no")]
    for jobs in (1, 2):
        run_batch(sources, tmp_path / str(jobs), Settings(), jobs=jobs)
    one, two = tmp_path / "1", tmp_path / "2"
    assert names(one) == names(two)
    assert len(names(one)) == len(sources) + 2
    for name in names(one):
        assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.model
def test_a_bug_in_one_article_does_not_touch_the_others(tmp_path, monkeypatch):
    from auditor.language import components

    real = components.find_figures

    def broken(doc, article, *rest):
        if article.id == "library-reopens":
            raise RuntimeError("a bug")
        return real(doc, article, *rest)

    monkeypatch.setattr(components, "find_figures", broken)
    run_batch(expand([str(SEEDS)]), tmp_path, Settings(), jobs=1, reports=False)
    audits = [from_json(line) for line in (tmp_path / "audits.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    assert len(audits) == len(list(SEEDS.glob("*.txt")))
    refused = {audit.article.id: audit.not_audited for audit in audits if audit.not_audited}
    assert list(refused) == ["library-reopens"]
    assert "a bug" in refused["library-reopens"]
