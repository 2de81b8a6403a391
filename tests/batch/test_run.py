"""A run over many articles: the files it leaves, whatever happens to single articles."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from standin import audited_by_hand

from auditor.batch import articles
from auditor.batch import run as run_module
from auditor.batch.articles import Settings
from auditor.batch.options import Reports, RunOptions
from auditor.batch.run import run_batch
from auditor.document import from_json
from auditor.errors import ReportError
from auditor.findings import Severity
from auditor.reading.inputs import Input, expand

ALONE = RunOptions(jobs=1, reports=Reports.NONE)
WITH_REPORTS = RunOptions(jobs=1)
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
    """Name the files of a run but those by which it goes on later."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".auditor")


@pytest.mark.usefixtures("by_hand")
class TestFiles:
    def test_audits_hold_a_line_an_article_that_was_read(self, desk, tmp_path):
        summary = run_batch(desk, tmp_path / "out", Settings(), ALONE)
        audits = lines(tmp_path / "out" / "audits.jsonl")
        assert [audit["article"]["id"] for audit in audits] == ["a", "index", "sub/Ünï côdé #1"]
        assert [audit["not_audited"] for audit in audits] == [None, "The article is not in English.", None]
        assert (summary.audited, summary.not_audited, summary.worst) == (2, 2, Severity.HIGH)

    def test_what_was_not_audited_is_listed_with_its_reason(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        place = desk[1].place
        assert lines(tmp_path / "out" / "not-audited.jsonl") == [
            {"id": "b", "path": place, "reason": f"{place}: there is nothing in it. Give an article's text."},
            {"id": "index", "path": desk[2].place, "reason": "The article is not in English."},
        ]

    def test_only_these_two_without_reports(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        assert names(tmp_path / "out") == ["audits.jsonl", "not-audited.jsonl"]

    def test_an_earlier_list_of_failures_goes(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        run_batch(desk[:1], tmp_path / "out", Settings(), ALONE)
        assert names(tmp_path / "out") == ["audits.jsonl"]

    def test_each_article_that_was_read_has_a_page_and_the_index_leads_to_it(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)
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
        run_batch(desk, tmp_path / "out", Settings(keep_text=False), WITH_REPORTS)
        assert [audit["text"] for audit in lines(tmp_path / "out" / "audits.jsonl")] == [None, None, None]
        assert "Lena Ruud said so" not in "".join(
            path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")
        )

    def test_progress_is_told_for_each_article(self, desk, tmp_path):
        steps = []
        run_batch(desk, tmp_path / "out", Settings(), ALONE, progress=lambda done, failed: steps.append((done, failed)))
        assert [sum(step) for step in zip(*steps, strict=True)] == [len(desk), 1]

    def test_a_page_that_cannot_be_made_does_not_stop_the_rest(self, desk, tmp_path, monkeypatch):
        def broken(document, *_, **__):
            raise ValueError("no\nway")

        monkeypatch.setattr(run_module, "report_page", broken)
        summary = run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)
        assert len(lines(tmp_path / "out" / "audits.jsonl")) == 3
        reason = lines(tmp_path / "out" / "not-audited.jsonl")[0]["reason"]
        assert reason.startswith("the report could not be made: internal error (ValueError: no way)")
        assert summary.not_audited == 4

    def test_an_interruption_leaves_no_half_file(self, desk, tmp_path):
        def interrupt(done, failed):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS, progress=interrupt)
        assert "audits.jsonl" not in names(tmp_path / "out")
        assert [name for name in names(tmp_path / "out") if not name.endswith(".html")] == []

    def test_a_folder_that_cannot_be_written_is_an_error(self, desk, tmp_path):
        (tmp_path / "out").write_text("a file", encoding="utf-8")
        with pytest.raises(ReportError):
            run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)


@pytest.mark.usefixtures("by_hand")
class TestGoingOn:
    """A run that is started again audits only what is new or has changed."""

    @pytest.fixture
    def audited(self, monkeypatch):
        """The ids of the articles that were audited, as they come."""
        seen = []

        def watched(new, *rest, **more):
            new = list(new)
            seen.extend(article.id for article in new)
            return audited_by_hand(new, *rest, **more)

        monkeypatch.setattr(articles, "audited", watched)
        return seen

    def again(self, desk, tmp_path, audited, options=ALONE, settings=Settings()):  # noqa: B008
        run_batch(desk, tmp_path / "out", Settings(), options)
        first = (tmp_path / "out" / "audits.jsonl").read_bytes()
        audited.clear()
        summary = run_batch(desk, tmp_path / "out", settings, options)
        return summary, first

    def test_what_is_finished_is_not_audited_again(self, desk, tmp_path, audited):
        summary, first = self.again(desk, tmp_path, audited)
        assert audited == []
        assert (summary.audited, summary.not_audited, summary.unchanged) == (2, 2, 3)
        assert (tmp_path / "out" / "audits.jsonl").read_bytes() == first

    def test_reports_and_index_stay(self, desk, tmp_path, audited):
        run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)
        before = {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")}
        audited.clear()
        run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)
        assert audited == []
        assert {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")} == before

    def test_a_changed_article_is_audited_again(self, desk, tmp_path, audited):
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        Path(desk[0].place).write_text("Bridge shut\nAn official denied it.\n", encoding="utf-8")
        audited.clear()
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        assert audited == ["a"]
        ids = [audit["article"]["id"] for audit in lines(tmp_path / "out" / "audits.jsonl")]
        assert ids == ["a", "index", "sub/Ünï côdé #1"]

    def test_other_settings_audit_everything_again(self, desk, tmp_path, audited):
        self.again(desk, tmp_path, audited, settings=Settings(keep_text=False))
        assert len(audited) == 3

    def test_so_does_rerun(self, desk, tmp_path, audited):
        self.again(desk, tmp_path, audited, options=RunOptions(jobs=1, reports=Reports.NONE, rerun=True))
        assert len(audited) == 3

    def test_failures_are_tried_again(self, desk, tmp_path, audited):
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        Path(desk[1].place).write_text("Bridge open\nAn official said so.\n", encoding="utf-8")
        audited.clear()
        summary = run_batch(desk, tmp_path / "out", Settings(), ALONE)
        assert audited == ["b"]
        assert summary.not_audited == 1

    def test_an_article_that_is_gone_leaves_the_audits(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), ALONE)
        run_batch(desk[:1], tmp_path / "out", Settings(), ALONE)
        assert [audit["article"]["id"] for audit in lines(tmp_path / "out" / "audits.jsonl")] == ["a"]

    def test_copies_of_one_text_are_articles_of_their_own(self, desk, tmp_path, audited):
        copy = tmp_path / "desk" / "copy.txt"
        copy.write_bytes(Path(desk[0].place).read_bytes())
        run_batch(expand([str(tmp_path / "desk")]), tmp_path / "out", Settings(), ALONE)
        ids = [audit["article"]["id"] for audit in lines(tmp_path / "out" / "audits.jsonl")]
        assert {"a", "copy"} <= set(ids)

    def test_a_report_that_was_deleted_is_made_again(self, desk, tmp_path, audited):
        run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)
        (tmp_path / "out" / "a.html").unlink()
        audited.clear()
        run_batch(desk, tmp_path / "out", Settings(), WITH_REPORTS)
        assert audited == ["a"]
        assert (tmp_path / "out" / "a.html").is_file()

    def test_reports_of_articles_with_findings_alone(self, desk, tmp_path):
        run_batch(desk, tmp_path / "out", Settings(), RunOptions(jobs=1, reports=Reports.FINDINGS))
        assert [name for name in names(tmp_path / "out") if name.endswith(".html")] == ["a.html", "index.html"]

    def test_tables_are_written_when_asked_for(self, desk, tmp_path):
        pq = pytest.importorskip("pyarrow.parquet")
        run_batch(desk, tmp_path / "out", Settings(), RunOptions(jobs=1, reports=Reports.NONE, tables=True))
        assert pq.read_table(tmp_path / "out" / "tables" / "articles").num_rows == 3


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_files(tmp_path, jobs):
    desk = tmp_path / "desk"
    desk.mkdir()
    for number in range(24):
        text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))[:1])
        (desk / f"{number:02}.txt").write_text(f"Copy {number} of a story\n\n{text}", encoding="utf-8")
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    command = [sys.executable, "-m", "auditor", "batch", str(desk), "--jobs", str(jobs), "--format", "jsonl", "--out"]
    subprocess.run([*command, str(whole)], check=True, capture_output=True)
    chosen = random.Random(7)
    for _ in range(3):
        run = subprocess.Popen([*command, str(killed)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(timeout=chosen.uniform(4, 8))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
    subprocess.run([*command, str(killed)], check=True, capture_output=True)
    assert (killed / "audits.jsonl").read_bytes() == (whole / "audits.jsonl").read_bytes()


@pytest.mark.model
def test_the_files_are_the_same_whatever_the_number_of_processes(tmp_path):
    sources = [*expand([str(SEEDS)]), Input(str(tmp_path / "no.txt"), "no")]
    for jobs in (1, 2):
        run_batch(sources, tmp_path / str(jobs), Settings(), RunOptions(jobs=jobs))
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
    run_batch(expand([str(SEEDS)]), tmp_path, Settings(), ALONE)
    audits = [from_json(line) for line in (tmp_path / "audits.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    assert len(audits) == len(list(SEEDS.glob("*.txt")))
    refused = {audit.article.id: audit.not_audited for audit in audits if audit.not_audited}
    assert list(refused) == ["library-reopens"]
    assert "a bug" in refused["library-reopens"]
