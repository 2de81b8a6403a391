from report.factory import invented_document, settled_document

from auditor.report.cards import finding_cards
from auditor.report.checklist import checklist
from auditor.report.lookup import make_lookup


def groups(document):
    lookup = make_lookup(document)
    return checklist(lookup, finding_cards(lookup))


def questions(document):
    return {
        group.title: {topic.about: [task.question for task in topic.tasks] for topic in group.topics}
        for group in groups(document)
    }


def test_questions_are_grouped_by_whom_to_ask_and_what_about():
    assert questions(invented_document()) == {
        "The reporter": {
            "a senior port official": ["Who else confirms the account?", "Why is this person not named?"],
            "It was only a question of when": ["Who said this?"],
        },
        "The other outlet or platform": {
            "a senior port official": ["Does the other outlet’s report say the same?"],
        },
        "Documents and records": {
            "a senior port official": ["Where is the number recorded?"],
            "Veshholm": ["Which spelling is right?"],
        },
    }


def test_questions_are_counted():
    assert [group.count for group in groups(invented_document())] == [3, 1, 2]


def test_settled_findings_raise_no_question():
    asked = questions(settled_document())
    assert asked["The reporter"]["a senior port official"] == ["Who else confirms the account?"]
    assert list(asked["Documents and records"]) == ["Veshholm"]
