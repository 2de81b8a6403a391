"""Relays: which places state that words came through an outlet or a platform, and which only mention one."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.language.annotations import Attribution, AttributionKind, Certainty, Channel
from auditor.language.components import add_persons
from auditor.language.quotations import find_quotations
from auditor.language.relays import find_relays
from auditor.reading.plain import article_from_text
from auditor.text import Metadata, ZoneKind


def lines(block: str) -> list[str]:
    return [line for line in block.strip().split("\n") if line]


# [[words|kind]] marks the exact span and the kind; everything else in the sentence must stay unmarked.
STATED = """
[[The Harbour Times|outlet_report]] reported that the port would shut.
The port will shut, according to [[Radio Nord|outlet_report]].
The closure was first reported by the [[Coast Gazette|outlet_report]].
[[AFP|outlet_report]], citing [[state TV|outlet_report]], said two bridges had been destroyed.
Rebels seized the airport on Tuesday, [[Reuters|outlet_report]] reported, citing two officials.
The official [[Xinhua|outlet_report]] news agency said 12 people had died.
Iran's semi-official [[Fars|outlet_report]] news agency quoted a commander as saying the drone was shot down.
"We are ready," the minister was quoted by the state-run [[MENA|outlet_report]] news agency as saying.
[[Kyodo|outlet_report]], quoting police, said the suspect was 41.
The hospital had run out of fuel, [[Al Jazeera|outlet_report]] reported from the city.
Turkish broadcaster [[NTV|outlet_report]] said three people were held.
Spanish daily [[El País|outlet_report]] said the minister knew.
According to French daily [[Le Monde|outlet_report]], the minister knew.
[[Bild|outlet_report]] quoted him as saying it was a disgrace.
"It is a disgrace," he was quoted as saying by [[Bild|outlet_report]].
The fund holds a 5% stake, the [[Sunday Times|outlet_report]] reported at the weekend.
Shares fell after a report in the [[Wall Street Journal|outlet_report]] that the merger talks had collapsed.
The company is considering a sale, according to people cited by [[Bloomberg|outlet_report]].
[[TechCrunch|outlet_report]] reports that the start-up has raised $40m.
The start-up has raised $40m, per [[TechCrunch|outlet_report]].
[[Variety|outlet_report]] says the sequel is dead.
[[The Economist|outlet_report]] calls it a muddle.
"It is a muddle," wrote the [[Economist|outlet_report]].
The port will shut next year, reports [[USA Today|outlet_report]].
As the [[Economist|outlet_report]] put it, the policy is a muddle.
[[Forbes|outlet_report]] estimates his fortune at $4bn.
Documents seen by the [[Financial Times|outlet_report]] show the loss.
[[CNN|outlet_report]] has learned that the envoy will resign.
[[The Times|outlet_report]], which broke the story, said he would resign.
The inquiry was first reported in May by the [[New York Times|outlet_report]].
[[The Daily Mail|outlet_report]] claims the singer has moved out.
[[CNN|outlet_report]] and [[NBC|outlet_report]] reported that a parcel had been found.
The dam had held, the [[Marshland Courier|outlet_report]] said.
[[State television|outlet_report]] showed pictures of burning trucks.
[[Local media|outlet_report]] reported that at least 12 people had died.
According to [[local media|outlet_report]], 12 people died.
[[Newspaper reports|outlet_report]] said the pilot had fainted.
The government denied [[media reports|outlet_report]] that it would raise taxes.
There were [[media reports|outlet_report]] that the pilot had fainted.
[[A local radio station|outlet_report]] reported that the mine had flooded.
[[Multiple outlets|outlet_report]] reported that the talks had stalled.
[[Reports in the Italian press|outlet_report]] suggested the striker would leave.
[[Press reports|outlet_report]] have linked him with a move.
[[Italian media reports|outlet_report]] claim the striker will leave.
[[Sky Sports News|outlet_report]] understands the fee is £20m.
The odd find was first described in the April issue of [[Marsh Monthly|outlet_report]].
[[The New Yorker|outlet_report]]'s Ann Roe wrote that the agency knew.
[[ProPublica|outlet_report]] and the [[Seattle Times|outlet_report]] found that the agency knew.
"We will not leave," the mayor told [[Radio Nord|outlet_interview]].
The chief executive told the [[Financial Times|outlet_interview]] the group was "in good shape".
Oil prices could fall further, the minister told [[Al Arabiya|outlet_interview]] television on Sunday.
He told [[BBC Radio 4's Today programme|outlet_interview]] that rates would rise.
Mr Ek told the [[BBC's Newsnight programme|outlet_interview]] the figures were wrong.
She told the [[BBC|outlet_interview]]'s Ann Roe that she would stay on.
Asked by [[ITV News|outlet_interview]] whether he would resign, he said no.
Speaking to [[Sky Sports News|outlet_interview]], the manager said the deal was close.
Speaking on [[BBC Radio 5 Live|outlet_interview]], the coach denied the claim.
The 25-year-old told French newspaper [[L'Equipe|outlet_interview]] he wanted to leave.
In an interview with the [[Coast Gazette|outlet_interview]], Roe called it a mistake.
In an interview published in Saturday's [[Irish Times|outlet_interview]], she ruled out a return.
She wrote in an op-ed in the [[Guardian|outlet_interview]] that the law was wrong.
Writing in the [[Daily Telegraph|outlet_interview]], the former minister attacked the plan.
The governor said Wednesday morning on [[MSNBC’s “Morning Joe|outlet_interview]].”
"It's over," she told [[People magazine|outlet_interview]].
He told [[a local newspaper|outlet_interview]] that he was innocent.
Speaking to [[MUTV|outlet_interview]], the manager praised the keeper.
Roe, appearing on [[CBS's "Face the Nation|outlet_interview]]," said the vote was close.
Brooks trashed the plan on [[Meet the Press|outlet_interview]].
She joined the group, publishing an op-ed in [[The Washington Post|outlet_interview]] on his plan.
Residents told [[Reuters|own_outlet]] that shelling continued overnight.
Roe told [[this newspaper|own_outlet]] that she would stand down.
Documents seen by [[this newspaper|own_outlet]] show the loss.
He told [[our reporter|own_outlet]] that he was innocent.
Roe wrote on [[Telegram|social]] that she quit.
The club [[tweeted|social]] an apology.
In a series of [[tweets|social]], the senator apologised.
He said in a [[Facebook|social]] post that he was sorry.
In a post on [[X|social]], formerly Twitter, the ministry said the attack had failed.
The player apologised on [[X|social]].
The striker said on his [[Instagram|social]] account that he would miss the final.
A video posted to [[YouTube|social]] shows the crash.
Trump took to [[Twitter|social]] to attack the judge.
The ministry wrote on [[Weibo|social]] that flights would resume.
As one [[Twitter|social]] user pointed out, the gap is vast.
The mayor gave a different account, according to an interview she gave to the [[Fenland Herald|outlet_interview]].
The win was projected by [[CNN|outlet_report]] as polls closed.
[[The Union Leader|outlet_report]] has run a string of editorials pushing the same line.
The gauge fell amid [[reports|outlet_report]] that the two had met in secret.
"Thank you all!" [[posted|social]] Ann Geyer.
The pair disclosed their doubts with [[Rolling Stone|outlet_interview]] magazine.
"I'm done," the striker told [[beIN|outlet_interview]].
The Italian daily [[La Stampa|outlet_report]] said six officers had been held.
Two guards were killed, [[local radio|outlet_report]] reported.
[[Israeli media|outlet_report]] said the strike had killed a commander.
[[Hurriyet|outlet_report]] reported that the tanker had been towed to port.
The remarks were carried by [[TASS|outlet_interview]].
[[The Press Trust of India|outlet_report]] said the bus fell into a gorge.
She said in a [[Telegram|social]] post that the bridge was down.
He told [[Sky News|outlet_interview]] that the strike would go on.
"""

NOT_STATED = """
The Harbour Times hosted the debate.
A Harbour Times poll found that 40 percent were undecided.
The Harbour Times was fined 1,000 euros, the court said.
The Washington Post was sued by the senator.
The New York Times endorsed her in August.
A CNN poll found that 40 percent were undecided.
A spokesman for CNN declined to comment.
CNN fired the host.
The mayor praised the Fenland Herald.
The editor of the Fenland Herald resigned.
Roe told the newspaper's lawyers to stop.
"I quit," Roe told reporters.
Roe wrote in her memoir that she quit.
Economists polled by Reuters had expected growth of 0.3%.
According to a Reuters poll, rates will stay on hold.
A Reuters witness saw smoke rising over the port.
The Nikkei fell 2 percent.
News Corp said profits rose.
The Post Office said it would close branches.
Royal Mail said volumes fell.
American Express said card spending rose.
The findings were published in the journal Nature.
The team wrote in the Lancet that the drug worked.
Facebook said it would change its rules.
Facebook reported revenue of $6bn.
She is popular on Instagram.
Roe quit Telegram.
The firm posted a loss of $3m.
Roe left her post in May.
People said it was a disgrace.
The sun said nothing.
He reports to the director.
Police reports said the car was stolen.
The intelligence report said the threat was low.
He declared on national television that he would run.
Representative Ann Roe, Republican of Texas, said the bill would fail.
Photograph: Reuters
LEEDS (UPI) - The mayor told delegates that the mine would close.
The keeper told the club's official website he was sorry.
The account that posted the clip is closed.
A hashtag trended on Twitter.
The Post Office told staff to wait.
The debate will be broadcast on CNN on Thursday.
The interview will air on ABC on Sunday.
He is scheduled to appear on The View on Monday.
Read more at CNN.com.
Commander Haji Zaman said the caves were empty.
She worked at Bain Capital for ten years.
The Allied Fire Police (AFP) said the blaze was out. "It is out," the AFP said.
The ad reached a large Latino television audience.
Detectives gave an interview with the FBI a miss.
In his final State of the Union address, he said he had fallen short.
There have been no new reports of violence.
He was attacked in the media.
Atlantic City Mayor Don Guardian said the casinos would stay.
She is a national columnist. She tweets @annroe.
The editor in chief of the Fenland Herald said he was tired.
His antics on Twitter cost him votes.
Read the rest of the story at The Harbour Times.
Listen to the Fenland Herald's analysis of the debate.
Fox News found itself under attack.
He purchased a promoted trend on Twitter.
"""

# Words that open frames, cut frames short, or stand where a name is expected.
PIECES = lines(
    """
told
the
The
CNN
Post
X.
on
Twitter
“
”
's
reports
media
tweeted
according
to
said
Radio
Nord
interview
with
Today
this
newspaper
It
<tweet
>
🙂
news
.
,
"""
)

_MARK = re.compile(r"\[\[(.+?)\|(\w+)\]\]")


def unmarked(line: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Take the marks out of a sentence and give their offsets, words and kinds."""
    marks: list[tuple[int, str, str]] = []
    text, done = "", 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        marks.append((len(text), match.group(1), match.group(2)))
        text += match.group(1)
        done = match.end()
    return text + line[done:], marks


@pytest.fixture(scope="module")
def relays_of(nlp):
    def find(text: str, attributions=(), **metadata: str):
        article = article_from_text(text, metadata=Metadata(**metadata))
        with nlp.select_pipes(disable=["auditor"]):
            doc = nlp(text)
        doc = add_persons(doc)
        doc._.quotations = find_quotations(article)
        return find_relays(doc, article, attributions, ())

    return find


def found(relays) -> list[tuple[int, str, str]]:
    return [(relay.span.start, relay.span.text, relay.kind.value) for relay in relays]


def test_the_tables_are_long_enough():
    assert len(lines(STATED)) >= 60
    assert len(lines(NOT_STATED)) >= 30


@pytest.mark.model
@pytest.mark.parametrize("line", lines(STATED))
def test_stated_relays_are_found_with_exact_span_and_kind(relays_of, line):
    text, marks = unmarked(line)
    assert marks
    assert found(relays_of(text)) == marks


@pytest.mark.model
@pytest.mark.parametrize("line", lines(NOT_STATED))
def test_an_outlet_that_is_only_mentioned_is_no_relay(relays_of, line):
    assert found(relays_of(line)) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Roe told The Post she quit.", "The Post", "own_outlet"),
        ("An analysis by The Post found a gap.", "The Post", "own_outlet"),
        ("Roe told Radio Nord she quit.", "Radio Nord", "outlet_interview"),
        ("Roe told The New York Post she quit.", "The New York Post", "outlet_interview"),
    ],
)
def test_the_publisher_given_decides_what_is_its_own(relays_of, text, words, kind):
    relays = relays_of(text, publisher="The Washington Post")
    assert [(relay.span.text, relay.kind.value) for relay in relays] == [(words, kind)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("metadata", "text"),
    [
        ({"url": "https://www.bbc.co.uk/news/1"}, "Roe told the BBC she quit."),
        ({"byline": "Ann Roe, Reuters"}, "A driver told Reuters he saw smoke and told Radio Nord he ran."),
        ({}, "KABUL (Reuters) - Two bombs went off. A driver told Reuters he ran. He told Radio Nord he hid."),
    ],
)
def test_address_byline_and_dateline_name_the_publisher(relays_of, metadata, text):
    assert relays_of(text, **metadata)[0].kind.value == "own_outlet"


@pytest.mark.model
def test_an_agency_that_is_introduced_is_not_taken_for_the_publisher(relays_of):
    assert found(relays_of('"We ran," the shopkeeper told the AFP news agency.')) == [(34, "AFP", "outlet_interview")]
    (own,) = relays_of('"We ran," the shopkeeper told AFP.')
    assert (own.kind.value, own.certainty) == ("own_outlet", Certainty.POSSIBLE)


@pytest.mark.model
def test_the_outlet_is_taken_up_again_by_phrase_and_pronoun(relays_of):
    text = "The Fenland Herald reported a leak.\n\nThe newspaper said it was old.\n\nIt added that nobody was hurt."
    relays = relays_of(text)
    assert [relay.span.text for relay in relays] == ["The Fenland Herald", "The newspaper", "It"]
    assert {relay.outlet for relay in relays} == {"The Fenland Herald"}


@pytest.mark.model
def test_a_short_form_means_the_outlet_named_in_full_before(relays_of):
    relays = relays_of("The Denver Post reported a leak. Later the Post said the wall had cracked.")
    assert [relay.outlet for relay in relays] == ["The Denver Post", "The Denver Post"]


@pytest.mark.model
def test_a_headline_colon_states_the_source(relays_of):
    relays = relays_of("PolitiFact: Claim about the bridge is false\n\nThe mayor had said it was safe.")
    assert found(relays) == [(0, "PolitiFact", "outlet_report")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("AFP, citing state TV, said the dam held.", [("state TV", "AFP"), ("state TV", "AFP")]),
        ("Reuters reported the split, citing two officials.", [("two officials", "Reuters")]),
        ("Radio Nord reported the split, without citing sources.", [("Radio Nord",)]),
        ("The mayor told Radio Nord the dam held.", [("The mayor", "Radio Nord")]),
    ],
)
def test_the_chain_runs_from_the_source_to_the_outlet(relays_of, text, chains):
    assert [relay.chain for relay in relays_of(text)] == chains


@pytest.mark.model
def test_unnamed_outlets_are_marked_as_such(relays_of):
    (relay,) = relays_of("Local media reported that 12 people had died.")
    assert relay.unnamed_outlet
    assert relay.outlet == "Local media"


@pytest.mark.model
def test_a_relay_says_its_cue_and_why(relays_of):
    (relay,) = relays_of("The mayor told Radio Nord the dam held.")
    assert relay.cue is not None
    assert relay.cue.text == "told"
    assert relay.evidence[0].startswith("The outlet is the one who was told")
    assert all(sentence.endswith(".") for sentence in relay.evidence)


@pytest.mark.model
def test_a_relay_is_linked_to_the_attribution_whose_cue_it_shares(relays_of):
    text = "The mayor told Radio Nord the dam held."
    article = article_from_text(text)
    attribution = Attribution(
        id="a1",
        kind=AttributionKind.INDIRECT,
        channel=Channel.INTERVIEW,
        source=article.span(0, 9),
        source_id=None,
        cue=(article.span(10, 14),),
        cue_lemma="tell",
        content=(article.span(26, 38),),
        certainty=Certainty.FIRM,
        paragraph=0,
        zone=ZoneKind.LEAD,
    )
    (relay,) = relays_of(text, (attribution,))
    assert relay.attribution_id == "a1"


@pytest.mark.model
def test_posts_named_inside_a_quotation_are_their_speakers(relays_of):
    assert found(relays_of('"His tweet was a mistake," Roe said at the court.')) == []


@pytest.mark.model
def test_the_embedding_tag_of_a_post_states_nothing(relays_of):
    assert found(relays_of('The club lost.\n\n<tweet tweet-id="12"><tweet/>\n\nThe coach left.')) == []


@pytest.mark.model
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["\n\n", *PIECES]) | st.text(max_size=6),
        max_size=25,
    )
)
def test_any_text_gives_valid_and_ordered_spans(relays_of, pieces):
    text = " ".join(pieces)
    relays = relays_of(text)
    assert [relay.span.start for relay in relays] == sorted(relay.span.start for relay in relays)
    for relay in relays:
        assert text[relay.span.start : relay.span.end] == relay.span.text
        assert relay.span.text.strip()
        assert relay.outlet
    assert len({relay.span for relay in relays}) == len(relays)
    assert relays == relays_of(text)
