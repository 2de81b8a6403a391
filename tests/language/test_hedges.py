"""Which words hedge a figure: sentences of many kinds of copy, with the exact figures and the class of the hedge."""

from __future__ import annotations

import pytest

from auditor.language.annotations import FigureStatus

# Name, sentence with the hedged figures in [[ ]], class of the hedge.
HEDGED = [
    ("estimated before the number", "An estimated [[40,000 people]] fled the delta last week.", "estimate"),
    ("estimated money a year", "The scheme will save growers an estimated [[$12 million]] a year.", "estimate"),
    ("reportedly with a verb", "The striker was reportedly paid [[€2 million]] to stay at the club.", "report"),
    ("reportedly after the noun", "The club reportedly offered [[£14m]] for the goalkeeper.", "report"),
    ("allegedly", "The treasurer allegedly took [[$310,000]] from the fund.", "allegation"),
    ("is believed to have", "The barrier is believed to have cost [[£90m]].", "belief"),
    ("is said to be worth", "His art collection is said to be worth [[$75 million]].", "report"),
    ("is thought to have", "The virus is thought to have infected [[3,000 birds]] on the island.", "belief"),
    ("it is thought that", "It is thought that about [[80,000 homes]] still have lead pipes.", "belief"),
    ("it is estimated that", "It is estimated that [[one in six]] wells is polluted.", "estimate"),
    ("as many as", "As many as [[300 passengers]] may be trapped below deck.", "open-bound"),
    ("as much as money", "The leak released as much as [[9,000 barrels]] into the bay.", "open-bound"),
    ("as many as with a sale", "The maker sold as many as [[10 million lamps]], the trade paper wrote.", "open-bound"),
    ("up to with a loss", "Losses of up to [[$4 billion]] are feared across the sector.", "open-bound"),
    ("up to within a phrase", "The rally drew a crowd of up to [[25,000 people]], police said.", "open-bound"),
    ("may have with money", "The ring may have moved [[$6 million]] through the bank.", "possibility"),
    ("might have with people", "The gas might have sickened [[140 workers]] at the plant.", "possibility"),
    ("could have with a loss", "The error could have cost the city [[€800,000]].", "possibility"),
    ("feared dead", "More than [[100 miners]] are feared dead after the blast.", "belief"),
    ("feared dead in a headline", "[[60 people]] feared drowned off Cape Lorne after ferry capsizes", "belief"),
    ("believed to be trapped", "About [[20 climbers]] are believed to be stranded on the ridge.", "belief"),
    (
        "unconfirmed reports that",
        "There are unconfirmed reports that the number of dead has reached [[150]].",
        "report",
    ),
    ("unconfirmed reports put", "Unconfirmed reports put the dead at [[90]].", "report"),
    ("estimates range", "Estimates of the cost range from [[$8 billion to $12 billion]].", "estimate"),
    ("estimates put", "Independent estimates put the backlog at [[45,000 cases]].", "estimate"),
    ("somebody estimates", "The insurer estimates the damage at [[£30m]].", "estimate"),
    ("agency estimates that", "The health agency estimates that [[2.4 million people]] carry the gene.", "estimate"),
    ("by one estimate", "By one estimate, [[3,000 hectares of forest]] burned.", "estimate"),
    (
        "according to estimates",
        "The film took [[$44 million]] over the weekend, according to studio estimates.",
        "estimate",
    ),
    ("claim that", "Her claim that [[900 jobs]] were saved drew laughter in the chamber.", "allegation"),
    ("alleges that", "The lawsuit alleges that the firm cheated [[5,000 tenants]].", "allegation"),
    ("accused of taking", "The mayor is accused of taking [[$50,000]] in bribes.", "allegation"),
    ("rumours of", "There were rumours of [[2,000 redundancies]] at the mill.", "allegation"),
    ("a reported sum", "She signed for a reported [[£4.5m]] on Friday.", "report"),
    ("an alleged sum", "Police are looking into an alleged [[$3 million]] fraud at the casino.", "allegation"),
    ("perhaps before the number", "Perhaps [[200 people]] stood in the rain outside the court.", "possibility"),
    ("possibly before the number", "The storm destroyed possibly [[1,500 boats]].", "possibility"),
    (
        "a figure that could not be verified",
        "The army said [[60 rebels]] were killed, a figure that could not be verified.",
        "disclaimer",
    ),
    (
        "disclaimer in the next sentence",
        "The rebels said they had taken [[200 prisoners]]. The claim could not be independently verified.",
        "disclaimer",
    ),
    (
        "no confirmation",
        "State radio said [[40 sailors]] had drowned. There was no independent confirmation.",
        "disclaimer",
    ),
    (
        "figures differ",
        "Estimates of the turnout vary widely. Police counted [[8,000 marchers]]; the union saw [[30,000 marchers]].",
        "dispute",
    ),
    (
        "told so inside a quotation",
        "“We have been told that he owes [[$650,000]],” the lawyer Ida Berg said.",
        "report",
    ),
    ("unclear origin", "It was unclear where he got the figure of [[12,000 vacancies]].", "disclaimer"),
    ("could be as high as", "Rescuers said the toll could be as high as [[200]].", "open-bound"),
    ("science", "The meteor released an estimated [[11 kilotons of energy]], the astronomers wrote.", "estimate"),
    ("sport transfer", "The midfielder moved to Porto for a reported [[30m euros]].", "report"),
    ("court", "Prosecutors allege that she hid [[$2.2 million]] from the tax office.", "allegation"),
    (
        "estimate by a named institution",
        "The economy grew by an estimated [[3.1%]], the statistics office said.",
        "estimate",
    ),
    ("reported killed", "At least [[17 soldiers]] were reported killed near the border.", "report"),
    ("fear of a sum with could", "Traders fear that [[$3 billion]] could be lost.", "belief"),
    ("fear without that", "Officials feared the death toll could reach [[300]].", "belief"),
    ("estimated participle at the head", "An estimated [[1.2 million people]] have been displaced.", "estimate"),
    ("eight dead", "Unconfirmed reports spoke of [[eight dead]] in the northern suburbs.", "report"),
    ("by its own estimate", "The militia, which numbers [[15,000]] by its own estimate, holds the port.", "estimate"),
    ("could be worth up to", "The deal could be worth up to [[$4.2 billion]], the two firms said.", "open-bound"),
    ("would cost as much as", "The bridge would cost as much as [[€170 million]] a year to run.", "open-bound"),
    ("may have weighed up to", "The reptile may have weighed up to [[nine tonnes]].", "open-bound"),
    ("rebel claim in the noun", "The rebels' claim that [[31 soldiers]] were captured was denied.", "allegation"),
    ("insurer's estimate", "The insurer estimated its losses at [[$90 million]].", "estimate"),
    ("preliminary count", "A preliminary count of [[340 homes]] destroyed was posted on Monday.", "report"),
]

# Name, sentence in which nothing is hedged.
NOT_HEDGED = [
    ("rounding with about", "About 40 people attended the hearing."),
    ("rounding with nearly", "Nearly 3 million passengers used the line last year."),
    ("floor", "At least 12 people died, the coroner said."),
    ("no fewer than", "No fewer than 70 ships waited outside the port."),
    ("more than", "More than 20 states have joined the compact."),
    ("legal maximum of a fine", "The offence carries a fine of up to £5,000."),
    ("legal maximum of a sentence", "He faces up to 48 years in prison."),
    ("capacity", "The lift holds up to 30 people."),
    ("speed", "Trains will run at speeds of up to 90 km/h."),
    ("height", "The fence reaches up to 30 feet in places."),
    ("price", "A ticket can cost up to $400."),
    ("offer", "The shop offers discounts of up to 50 per cent."),
    ("duration up to", "Viewers can watch the programme up to eight days later."),
    ("verb with up", "The bills added up to $1,300."),
    ("forecast", "The bank expects growth of 3% next year."),
    ("forecast by an estimating verb", "The report estimates that sales will reach 400 million units by 2031."),
    ("forecast by a passive", "It is thought that the choir will sing for 7,000 guests."),
    ("promise", "The plant will create 500 jobs, Mayor Ada Ek promised."),
    ("analysts' expectation", "Profit came in below analyst expectations of 374m euros."),
    ("analysts' estimates", "Revenue beat analysts' estimates of $2.1bn."),
    ("hedge in another clause", "The alleged thief left the shop, and the owner paid the guard $40."),
    ("hedge on another noun", "Police arrested 12 alleged smugglers at the pier."),
    ("estimated time", "The estimated time of arrival is 10:45."),
    ("finite report", "The firm reported earnings of $8.42 a share."),
    ("has reported spending", "The committee has reported spending $1.8 million on leaflets."),
    ("plain attribution", "The ransom was $3 million, prosecutor Ida Berg said."),
    ("opinion, no count", "I think this hurts the millions of people who vote."),
    ("may permission", "Members may bring two guests."),
    ("modal forecast", "The new line could bring 300 jobs to the valley."),
    ("modal over the doing", "The four sailors might have been saved."),
    (
        "disclaimer about a video",
        "The video, which could not be verified, shows a bus. Eight people were charged, police said.",
    ),
    ("known victims", "He is accused of killing nine people in a church."),
    ("court award", "The jury awarded her $2.4 million."),
    ("negated belief", "She does not believe that 40 seats were lost."),
    ("perhaps with the sentence", "Perhaps the council should buy 30 new buses."),
    ("insurance claims", "The insurer paid claims of $90 million last year."),
    (
        "quotation of a named claimant",
        "Critics attacked the claim by Mayor Ek that “thousands of parents” had written.",
    ),
    ("somebody's lead", "Estimates put her in line with the mayor's 3-point lead."),
    ("loose comment", "He accused the club of foul play, a reference to thousands of letters found last week."),
    ("way up to", "They are working their way up to $15 an hour."),
    ("takes them up to", "The seat takes them up to 314 members."),
    ("definite and needed", "She has reportedly won the 2,383 delegates needed."),
    ("allegedly killing known victims", "He bought the gun he allegedly used to kill nine people."),
    ("it depends on who wins", "The party picks 27 members on Saturday. The rest depends on who turns up."),
    ("legal maximum as high as", "The fine could be as high as 10 million euros."),
    ("emergency call", "Reports that the man made a 911 call were true."),
    ("age by he was", "He is said to have left when he was 18."),
    ("age by younger than", "Estimates of children younger than 18 were not made."),
    ("right to buy up to", "The firm has the right to buy up to 40 percent of the rival."),
    ("ability to produce up to", "The country has the ability to produce up to four million barrels a day."),
    ("called up to the team", "He was reportedly happy when called up to the 12."),
    ("above a ceiling", "Traders estimate that it is pumping above a ceiling of 15 million barrels."),
    ("above the quota", "Traders estimate that it is pumping above the 15 million quota."),
    ("pegged to a marker", "Prices are pegged to a marker of $18 a barrel."),
    ("two men believed to have", "The minister spoke of two men believed to have trained with the militia."),
    ("maker's model", "A Beech 200 aircraft apparently came down at night."),
    ("shirt number", "He allegedly swore at the number 10 batsman."),
    ("subsection", "There may have been a breach of section 6B (4) of the act."),
    ("service lets users", "The service lets users send up to 50 messages a day."),
    ("pictures a second", "The camera takes up to 12 pictures a second."),
    ("incomes up to", "The tax applies to incomes up to £30,000."),
    ("game allows", "The game allows up to four players."),
    ("network supports", "The network supports up to 200 users."),
    ("may apply for", "Each household may apply for up to £2,500."),
    ("may carry", "Passengers may carry up to 23 kilos."),
    ("policy covers", "The policy covers losses of up to $250,000."),
    ("player stores", "The player stores up to 15,000 songs."),
    ("law on stakes", "The law allows companies to hold up to 30 percent of a station."),
    ("year as a modifier", "The estimated 2005 budget is $4bn."),
    ("won medals", "She might have won three medals."),
    ("fear of what will be", "Fears that 200 jobs will go were dismissed."),
    ("wholly", "She is reportedly 100 percent certain."),
    ("conversion", "The museum paid $44m (£23m) for the canvas."),
]


# Sentences whose [[figure]] an editor would call hedged, and which are not found yet.
KNOWN_MISSES = [
    ("alternatives", "The ring is worth either [[$43,000]] or $55,000."),
    ("claimed sum in a headline", "Star ‘paid [[€2m]]’ for silence"),
]


def read_marks(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the [[ ]] out of a sentence and give the offsets that they marked."""
    text, spans = "", []
    for index, part in enumerate(sentence.replace("]]", "[[").split("[[")):
        if index % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "kind"), [case[1:] for case in HEDGED], ids=[case[0] for case in HEDGED])
def test_hedged_figures_are_found_with_the_class_of_their_hedge(annotated, sentence, kind):
    text, marks = read_marks(sentence)
    figures = [figure for figure in annotated(text).annotations.figures if figure.status is FigureStatus.HEDGED]
    assert [(figure.span.start, figure.span.end) for figure in figures] == marks
    assert [figure.span.text for figure in figures] == [text[start:end] for start, end in marks]
    assert {figure.hedge_kind for figure in figures} == {kind}
    for figure in figures:
        assert figure.hedge is not None
        assert text[figure.hedge.start : figure.hedge.end] == figure.hedge.text
        assert figure.hedge.text in figure.evidence[0]


@pytest.mark.model
def test_the_doubting_adjective_belongs_to_the_hedge(annotated):
    (figure,) = annotated("There are unconfirmed reports that the toll has reached 150.").annotations.figures
    assert figure.hedge is not None
    assert (figure.hedge.start, figure.hedge.text) == (10, "unconfirmed reports")


@pytest.mark.model
@pytest.mark.parametrize("sentence", [case[1] for case in NOT_HEDGED], ids=[case[0] for case in NOT_HEDGED])
def test_near_misses_are_not_hedged(annotated, sentence):
    figures = annotated(sentence).annotations.figures
    assert [figure.span.text for figure in figures if figure.status is FigureStatus.HEDGED] == []


@pytest.mark.model
@pytest.mark.xfail(strict=True, reason="known miss")
@pytest.mark.parametrize("sentence", [case[1] for case in KNOWN_MISSES], ids=[case[0] for case in KNOWN_MISSES])
def test_known_misses(annotated, sentence):
    text, marks = read_marks(sentence)
    figures = [figure for figure in annotated(text).annotations.figures if figure.status is FigureStatus.HEDGED]
    assert (figures[0].span.start, figures[0].span.end) == marks[0]
