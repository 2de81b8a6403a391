"""What figures rest on: statuses, attributions, the seed's facts, and what holds for any text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from auditor.language.annotations import (
    Attribution,
    AttributionKind,
    Certainty,
    Channel,
    FigureStatus,
    Identity,
    Marks,
    Quotation,
    QuotationKind,
    Source,
)
from auditor.language.figures import find_figures
from auditor.reading.plain import article_from_text
from auditor.text import ZoneKind

BLANK = spacy.blank("en")

# Name, sentence with the figures that rest on unnamed people or papers in [[ ]].
UNNAMED = [
    ("studies show", "Studies show [[40 percent]] of bees vanish each winter."),
    ("polls suggest", "Polls suggest the mayor leads by [[9 points]]."),
    ("intelligence reports", "According to intelligence reports, [[700 fighters]] crossed the river."),
    ("government data", "Government data showed that [[12 percent]] of flats stood empty."),
    (
        "federal statistics after the clause",
        "About [[9 million single fathers]] work nights, according to federal statistics.",
    ),
    ("records suggest", "Public records suggest the clerk earned [[$37,000]] a year."),
    ("a recent study", "A recent study found that [[one in five]] pupils skip lunch."),
    ("internal documents", "Internal documents show the mine lost [[$14 million]] in 2019."),
    ("sources put", "Sources put the ransom at [[$3 million]]."),
    ("an official said", "An official said [[14 ships]] had turned back."),
    ("according to officials", "At least [[20 villagers]] were shot, according to two security officials."),
    ("a person familiar", "The bid was worth [[$1.2 billion]], said a person familiar with the talks."),
    (
        "spokeswoman, not of her own house",
        "So far [[77 migrants]] have been sent back, according to an agency spokeswoman.",
    ),
    ("local media", "Local media reported that [[25 miners]] had died."),
    ("children among the dead", "Hospital officials said [[four children]] were among the dead."),
    ("exit polls by state", "Exit polls show he won [[83 percent]] of young voters in Pennsland."),
    ("filings", "New filings show the campaign has less than [[$1.3 million]] left."),
    ("medics", "Medical sources said [[22 bodies]] had been brought to the hospital."),
    ("traders", "Traders said the central bank had sold [[$700 million]] to prop up the krone."),
    ("activists with a floor", "Activists said at least [[19 people]] were killed by a barrel bomb."),
    ("source on exports", "Gulf oil sources said exports fell to [[1.9 million barrels]] a day."),
    ("spokesman in quotation marks", '"More than [[90 percent]] were sent on," a campaign spokesman said.'),
    ("press report", "A Lusian press report said the firm has agreed to pay [[500 million euros]]."),
    ("according to one report", "The firm receives, according to one report, [[$234 million]] in contracts."),
    ("military source", "A military source said the soldiers shot [[four men]] near the crossing."),
    ("local commanders", "Local commanders said they had captured [[40 fighters]] in three days."),
    ("witnesses", "Witnesses said [[30 shots]] were fired outside the hotel."),
]

# Sentences whose [[figure]] rests on somebody unnamed, and which are not found yet.
KNOWN_MISSES = [
    ("authorities as people", "Authorities reported at least [[20 victims]] at the clinic."),
    ("experts in a clause without that", "It raised a fraction of the [[$20 million]] experts say a campaign costs."),
]

# Name, sentence in which no figure rests on anybody unnamed.
NOT_UNNAMED = [
    ("named person", "The ransom was $3 million, prosecutor Ida Berg said."),
    ("institution", "The navy said 14 ships turned back."),
    ("named poll", "A Fenn poll of 1,004 adults put her lead at 9 points."),
    ("named study", "A study by Borg University found that 40 percent of bees vanish."),
    ("poll that points back", "According to the poll, 46 percent back the mayor."),
    ("polls open", "Polls open at 8 a.m. in 14 districts."),
    ("own count of an institution", "The company has 3,000 staff, a spokeswoman said."),
    ("forecast", "Officials said the line will carry 20,000 passengers a day."),
    ("possibility ahead", "Ministers fear the scheme could cost taxpayers £1bn."),
    ("small descriptive count", "An official said two recordings would be released."),
    ("number of the speakers", "Three officials said the talks had failed."),
    ("relative clause", "Officials named the clerk, who had spent 14,000 crowns on hats."),
    ("points back", "Of the 121 people held, some were freed, officials said."),
    ("duration", "An aide said he had worked there for 20 years."),
    ("age limit", "Polls show that voters under 30 like the mayor."),
    ("cue that gives no evidence", "A new report compares the accuracy of 10 different surveys."),
    ("someone's own sum", "An aide said that spending the donor's $27 was a mistake."),
    ("rates as a circumstance", "Analysts say that, with the jobless rate at 5 percent, waiting makes no sense."),
    ("the first batch of", "Aides said the papers tried that with the first batch of 20,000 letters."),
    ("condition", "Some Democrats say it will end if she loses 40 seats."),
    ("those who earn", "Some voters agree that those making more than $250,000 should pay."),
    ("how they died", "Critics said she cared little how four Americans died."),
    ("somebody else's finding", "Aides noted that the Lund Audit Office had found 12 letters."),
    ("in brackets", "Critics say that the camp in Corona (about 45 miles east of Vell) was shut."),
    ("own books", "Outside groups reported spending $6 million on leaflets."),
    ("after a semicolon", "He needs the young vote, analysts say; in 2012 he won 27 percent."),
    ("next sentence", "One boy was shot, an army source said. Meanwhile, police have arrested 30 men."),
    ("distance", "Tanks rolled to about 500 metres from the palace, witnesses said."),
    ("denied", "Guards deny they played any part in the deaths of 21 people."),
    ("group of firms", "A group of Miami-based investment firms said it raised its stake to 238,000 shares."),
    ("subsidiary", "Exo Holdings, a subsidiary of Vell Shipping, said it would buy an 80 percent stake."),
    ("judge", "A federal judge ruled that the school had cheated 100,000 students."),
    ("narrator", "“Hundreds of thousands of jobs disappear,” says a narrator."),
    ("plan of a campaign", "She will propose spending $2 billion a year, a campaign official said."),
    ("likely", "Analysts say it is likely to sell 40,000 cars."),
    ("could win", "A source said that she could end up winning by more than ten points."),
    ("average with its maker", "A Fenn Politics average of polls shows her leading by 2.2 percent."),
    ("study with its maker inside", "As another Borg study from 2011 noted, the median income was $18,000."),
    ("study in a journal", "A study in Nature found that 30 per cent of patients stop."),
    ("test scores", "One old paper found improvements in eighth-grade math scores."),
    ("union with a plural name", "The contract covers 100 workers, according to the Dock Workers of America."),
    ("company documents", "The chain has 7,600 employees, according to company documents."),
]

# Name, sentence, the figures in order with their status.
STATUSES = [
    ("voice of the article, no harm", "The park has 40 benches.", ["plain"]),
    ("harm without a source", "The blast killed 37 people.", ["unattributed"]),
    ("fraud without a source", "Fraud costs the city €9 million a year.", ["unattributed"]),
    ("named person", "The blast killed 37 people, fire chief Moa Dahl said.", ["attributed"]),
    ("measure", "The village lies about 40 miles west of the capital.", ["plain"]),
    ("duration is no figure", "The first five days of the fighting were quiet.", []),
    ("date, age and time are no figures", "On 5 May 2019, at 8 p.m., Jo Roe, 34, left Room 12 of the hotel.", []),
    ("score and ordinal are no figures", "Fenland won 3-1 in their 21st match.", []),
    ("a hedge wins over an unnamed source", "Sources said as many as 90 sailors had drowned.", ["hedged"]),
]


def flagged(figures, status: FigureStatus) -> list[str]:
    return [figure.span.text for figure in figures if figure.status is status]


@pytest.mark.model
@pytest.mark.parametrize("sentence", [case[1] for case in UNNAMED], ids=[case[0] for case in UNNAMED])
def test_figures_that_rest_on_unnamed_sources(annotated, sentence):
    before, _, rest = sentence.partition("[[")
    marked, _, after = rest.partition("]]")
    text = before + marked + after
    figures = [f for f in annotated(text).annotations.figures if f.status is FigureStatus.UNNAMED_SOURCE]
    assert [(f.span.start, f.span.end, f.span.text) for f in figures] == [
        (len(before), len(before) + len(marked), marked)
    ]
    assert figures[0].evidence


@pytest.mark.model
@pytest.mark.xfail(strict=True, reason="known miss")
@pytest.mark.parametrize("sentence", [case[1] for case in KNOWN_MISSES], ids=[case[0] for case in KNOWN_MISSES])
def test_known_misses(annotated, sentence):
    marked = sentence.partition("[[")[2].partition("]]")[0]
    text = sentence.replace("[[", "").replace("]]", "")
    assert flagged(annotated(text).annotations.figures, FigureStatus.UNNAMED_SOURCE) == [marked]


@pytest.mark.model
@pytest.mark.parametrize("sentence", [case[1] for case in NOT_UNNAMED], ids=[case[0] for case in NOT_UNNAMED])
def test_near_misses_rest_on_nobody_unnamed(annotated, sentence):
    assert flagged(annotated(sentence).annotations.figures, FigureStatus.UNNAMED_SOURCE) == []


@pytest.mark.model
@pytest.mark.parametrize(("text", "statuses"), [case[1:] for case in STATUSES], ids=[case[0] for case in STATUSES])
def test_status_of_every_figure(annotated, text, statuses):
    assert [figure.status.value for figure in annotated(text).annotations.figures] == statuses


def test_figure_in_a_quotation_without_speaker_is_unattributed():
    text = "A note lay there. “The mine has swallowed billions of dollars.”"
    doc, article = BLANK(text), article_from_text(text)
    if not Doc.has_extension("quotations"):
        Doc.set_extension("quotations", default=())
    span = article.span(18, len(text))
    doc._.quotations = (Quotation("q1", span, Marks.DOUBLE, QuotationKind.SPEECH),)
    (figure,) = find_figures(doc, article, (), ())
    assert (figure.span.text, figure.status) == ("billions of dollars", FigureStatus.UNATTRIBUTED)


# Without a model: a figure inside an attribution's content rests on its source.


def rests_on(identity: Identity, *, sourcing: bool = True, probability: float = 1.0) -> FigureStatus:
    text = "Some 250 crates were lost, they said."
    article = article_from_text(text)
    source = Source("s1", "they", identity, Certainty.FIRM, (), ())
    attribution = Attribution(
        id="a1",
        kind=AttributionKind.INDIRECT,
        channel=Channel.UNKNOWN,
        source=article.span(27, 31),
        source_id="s1",
        cue=(article.span(32, 36),),
        cue_lemma="say",
        content=(article.span(0, 25),),
        certainty=Certainty.FIRM,
        paragraph=0,
        zone=ZoneKind.LEAD,
        sourcing=sourcing,
        probability=probability,
    )
    (figure,) = find_figures(BLANK(text), article, (attribution,), (source,))
    assert figure.attribution_id == "a1"
    assert (figure.span.start, figure.span.text[:3]) == (5, "250")
    return figure.status


@pytest.mark.parametrize(
    ("identity", "status"),
    [
        (Identity.NAMED_PERSON, FigureStatus.ATTRIBUTED),
        (Identity.NAMED_INSTITUTION, FigureStatus.ATTRIBUTED),
        (Identity.UNNAMED_INDIVIDUAL, FigureStatus.UNNAMED_SOURCE),
        (Identity.UNNAMED_GROUP, FigureStatus.UNNAMED_SOURCE),
        (Identity.UNNAMED_COLLECTIVE, FigureStatus.UNNAMED_SOURCE),
        (Identity.UNNAMED_SPOKESPERSON, FigureStatus.UNNAMED_SOURCE),
    ],
)
def test_identity_of_the_source_gives_the_status(identity, status):
    assert rests_on(identity) is status


def test_an_attribution_that_is_no_sourcing_leaves_the_figure_attributed():
    assert rests_on(Identity.UNNAMED_GROUP, sourcing=False) is FigureStatus.ATTRIBUTED


def test_a_doubtful_attribution_raises_no_flag():
    assert rests_on(Identity.UNNAMED_GROUP, probability=0.2) is FigureStatus.ATTRIBUTED


# For any text.

PIECES = st.sampled_from(
    [
        *("an estimated", "as many as", "up to", "reportedly", "$4.5 billion", "700-1,500", "tens of thousands of"),
        *(
            "40,000",
            "3-1",
            "5 May",
            "half",
            "two-thirds",
            "people",
            "(",
            ")",
            "“",
            "”",
            "\n",
            ".",
            ",",
            "-",
            "—",
            "%",
            "£",
        ),
        *("per cent", "according to", "polls show", "could not be verified", "1999", "a", "of", "and", "to", "between"),
        *("é", "🙂", "\u00a0"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join)))
def test_any_text_gives_figures_with_true_offsets_and_ordered_values(text):
    figures = find_figures(BLANK(text), article_from_text(text), (), ())
    for figure in figures:
        assert text[figure.span.start : figure.span.end] == figure.span.text
        low, high = figure.value.low, figure.value.high
        assert low is None or high is None or low <= high
        assert figure.hedge is None or text[figure.hedge.start : figure.hedge.end] == figure.hedge.text
    assert [figure.id for figure in figures] == [f"f{number}" for number in range(1, len(figures) + 1)]
    assert [figure.span.start for figure in figures] == sorted({figure.span.start for figure in figures})
