import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.tagger.marks import double_single_marks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("‘We will sue,’ said Ann.", "“We will sue,” said Ann."),
        ("'We've lost,' she said.", '"We\'ve lost," she said.'),
        ("‘The voters’ choice is clear,’ he said.", "“The voters’ choice is clear,” he said."),
        ("The voters’ choice is ‘not ours’, she said.", "The voters’ choice is “not ours”, she said."),
        ("‘One paragraph.\n‘And another,’ he said.", "“One paragraph.\n“And another,” he said."),
        ("‘He called it “mad”,’ said Ann. ‘I agree.’", "“He called it “mad”,” said Ann. “I agree.”"),
    ],
)
def test_single_marks_are_shown_as_double(text, shown):
    assert double_single_marks(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "“We've had ’em since the ’90s,” she said.",
        "It's the workers' choice and the voters' loss.",
        "“He called it ‘mad’,” said Ann. “I agree.”",
        "the '90s",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text):
    assert double_single_marks(text) == text


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab s.,'‘’“”\"\n", max_size=60))
def test_offsets_stay_right(text):
    shown = double_single_marks(text)
    assert len(shown) == len(text)
    assert all(one == other or one in "'‘’" for one, other in zip(text, shown, strict=True))
