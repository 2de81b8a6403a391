"""Word classes of sources: people, members of a class, spokespersons, institutions, documents, pronouns.

Open classes: a noun counts as a person when a list, its last part or its ending says so, so that no list has to hold
every trade and rank. Nothing here looks at the article.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from auditor.language import lexicon

INDEFINITE = frozenset(
    "a an another one no all some several many few most two three four five six seven eight nine ten "
    "dozens hundreds thousands scores "
    "multiple various numerous countless both other others any certain more much number".split()
)
DEFINITE = frozenset("the this that these those 's his her their its our my your".split())
PRONOUNS = frozenset(
    "he she they it him her them his hers theirs their himself herself themselves itself this that these those".split()
)
PLURAL_PRONOUNS = frozenset("they them their theirs themselves these those we us".split())
FIRST_PERSON = frozenset("i we me us my our mine ours myself ourselves".split())
QUANTIFIERS = frozenset(
    "some many few most several others other one two three four both all none another any those these "
    "everyone everybody somebody someone".split()
)
NUMBERED_ONE = frozenset({"one", "another"})
PARTITIVES = frozenset(
    "one some many few most several all both any none two three four five half number group handful "
    "majority couple dozen dozens "
    "hundreds thousands scores lot lots host series pair trio quarter third plenty minority share portion "
    "bunch array range crowd".split()
)
PLURAL_NOUNS = frozenset("people folk folks police personnel clergy youth elderly poor rich faithful".split())
GENERIC = frozenset(
    "anyone anybody everyone everybody someone somebody nobody none whoever no-one no you one people".split()
)
RESPONDENTS = frozenset(
    "respondent percent % percentage share majority interviewee pct per-cent half two-thirds".split()
)
TITLES = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|president|vice president|"
    r"prime minister|chancellor|king|queen|prince|princess|"
    r"sen|senator|rep|representative|congressman|congresswoman|gov|governor|mayor|judge|justice|gen|general|lt|lieutenant|col|colonel|"
    r"maj|major|capt|captain|sgt|sergeant|adm|admiral|chief|officer|detective|secretary|minister|ambassador|rev|reverend|father|pastor|"
    r"pope|bishop|archbishop|cardinal|rabbi|imam|sheikh|ayatollah|councillor|cllr|councilman|councilwoman|"
    r"coach|attorney general|st|ald|alderman|sheriff|deputy)\.?$",
    re.IGNORECASE,
)
BODY_WORDS = frozenset(
    "committee commission council ministry department agency bureau office university college school "
    "institute institution association "
    "federation union league party bank group corp corporation inc ltd plc llc company co fund foundation "
    "trust court house senate congress "
    "parliament assembly army navy force forces police guard service authority board center centre "
    "hospital church society club alliance coalition "
    "network press news times post journal tribune herald radio tv television agency airlines airways "
    "motors energy oil gas partners capital holdings "
    "organization organisation nations campaign government administration city county state district "
    "republic kingdom street embassy pentagon kremlin".split()
)
_INFORMAL = {
    "spokespeople": "spokesperson",
    "people": "people",
    "men": "man",
    "women": "woman",
    "police": "police",
    "docs": "doc",
}

# Agent endings. A noun with one of them that WordNet does not know is taken for a person with less certainty.
_AGENT_ENDINGS = (
    "ist",
    "ician",
    "ologist",
    "grapher",
    "eer",
    "monger",
    "maker",
    "keeper",
    "holder",
    "goer",
    "crat",
    "phile",
    "naut",
)
_PLURAL_ACRONYM = re.compile(r"^[A-Z]{2,}s$")
_AGENT_PARTS = ("man", "woman", "person", "men", "women", "people", "boy", "girl")


def singular(token: Token) -> str:
    """Give a noun's base form, lower case, in the singular."""
    word = token.lower_
    if is_plural_acronym(token):
        return word[:-1]
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        whole = f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"
        if whole in _words("person_nouns"):
            return whole
    if word in _INFORMAL:
        return _INFORMAL[word]
    if is_capitalised_people(token):
        return bare_plural(word)
    if token.tag_ == "NNPS" or (token.pos_ == "PROPN" and word.endswith("s") and is_member_noun(token)):
        return bare_plural(word)
    lemma = token.lemma_.lower()
    return bare_plural(lemma) if token.tag_ == "NNS" and lemma == word else lemma


def is_plural_acronym(token: Token) -> bool:
    """Tell "MPs" and "CEOs", whatever the tagger makes of them."""
    return bool(_PLURAL_ACRONYM.match(token.text))


def is_person_noun(lemma: str) -> bool:
    """Tell whether a singular noun stands for a person; compounds by their last part."""
    last = lemma.rsplit("-", 1)[-1]
    if lemma in _words("person_nouns") or last in _words("person_nouns") or is_spokesperson(lemma):
        return True
    if lemma in _words("institution_nouns") or lemma in _words("document_nouns"):
        return False
    return (last.endswith(_AGENT_PARTS) and len(last) > 4) or last.endswith(_AGENT_ENDINGS) or is_member(lemma)


def is_listed_person(lemma: str) -> bool:
    """Tell whether a list, not only an ending, says that a singular noun stands for a person."""
    return lemma in _words("person_nouns") or is_spokesperson(lemma) or is_member(lemma) or lemma == "people"


def is_spokesperson(lemma: str) -> bool:
    """Tell whether a singular noun names somebody who speaks for an institution."""
    return lemma in _words("spokesperson_nouns")


def is_member(lemma: str) -> bool:
    """Tell whether a singular noun names a member of a nation, party or faith."""
    return lemma in _words("membership_nouns")


def is_member_noun(token: Token) -> bool:
    """Tell whether a capitalised plural stands for members of a nation, party or faith ("Democrats")."""
    word = token.lower_
    return token.tag_ in ("NNPS", "NNS") and word.endswith("s") and is_member(bare_plural(word))


def is_capitalised_people(token: Token) -> bool:
    """Tell a common plural that is capitalised by its place from a name: "Brokers said", "Black Lawmakers Rip …".

    The tagger takes such words for proper nouns at the start of a paragraph and in headlines.
    """
    if token.pos_ != "PROPN" or token.ent_type_ == "PERSON" or token.lower_ == bare_plural(token.lower_):
        return False
    lemma = bare_plural(token.lower_)
    if is_informant(lemma) or is_opinion_class(lemma):
        return True
    opens = token.left_edge.is_sent_start or token.tag_ == "NNPS"
    return bool(opens) and is_listed_person(lemma)


def is_institution(lemma: str) -> bool:
    """Tell whether a singular noun stands for an institution as a speaker."""
    return lemma in _words("institution_nouns")


def is_document(lemma: str) -> bool:
    """Tell whether a singular noun stands for a document, study or record."""
    return lemma in _words("document_nouns")


def is_opinion_class(lemma: str) -> bool:
    """Tell whether the bare plural of a noun stands for an open-ended class that holds a view."""
    return lemma in _words("opinion_class_nouns") or is_member(lemma)


def is_informant(lemma: str) -> bool:
    """Tell whether the plural of a noun stands for particular people who conveyed information."""
    return lemma in _words("informant_nouns")


def bare_plural(word: str) -> str:
    """Give the singular of a regular English plural, lower case; other words unchanged."""
    if word.endswith("men") and word[:-3] + "man" in _words("person_nouns"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _words(name: str) -> frozenset[str]:
    return lexicon.words(name)
