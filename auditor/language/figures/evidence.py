"""Studies, polls, statistics and records that nobody names, and the words that rest on them.

"According to federal statistics, …", "studies show …", "a new survey found …". A definite one ("the poll")
points back to what the article has named; one with a maker's name in it or beside it is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from auditor.language.lexicon import words
from auditor.language.outlets import load_outlets
from auditor.language.sentences import sentence_of

# "data released on Friday by": the maker stands at most this many tokens after the noun.
MAKER_REACH = 12
LOOK_AHEAD = 2
# A study that is taken up again within so many tokens is what the article is about.
SUBJECT_REACH = 400
_PLACES = frozenset({"GPE", "NORP", "LOC", "DATE", "CARDINAL", "PERCENT", "TIME"})
_MAKER_LINKS = frozenset({"by", "from", "for", "of", "at"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})
# "company documents": papers of the body that the sentence is about.
_OWN_PAPERS = frozenset({"company", "campaign", "corporate", "party"})


# "state media" are one country's; "social media" are a platform.
_MASS_NOUNS = frozenset({"research", "data", "polling", "intelligence", "literature", "media"})
_KNOWN_MEDIA = frozenset({"state", "social", "official", "national"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """An unnamed document or study and what rests on it.

    Attributes:
        phrase_start: character offset of the phrase that names it.
        phrase_end: character offset after its head noun.
        start: character offset where the content begins.
        end: character offset after the content.
    """

    phrase_start: int
    phrase_end: int
    start: int
    end: int


def find_evidence(doc: Doc) -> tuple[Evidence, ...]:
    """Find the unnamed documents and studies on which sentences rest, in text order."""
    found: list[Evidence] = []
    sentences = list(doc.sents)
    for index, sentence in enumerate(sentences):
        following = sentences[index + 1 : index + 1 + LOOK_AHEAD]
        for token in sentence:
            if not _may_support(token):
                continue
            if (scope := _scope(token, sentence)) and is_unnamed(token, following):
                found.append(Evidence(_phrase_start(token), token.idx + len(token), *scope))
    return tuple(found)


def _may_support(noun: Token) -> bool:
    """Tell whether this noun is a study or record, or unnamed people who "put the toll at" something."""
    if noun.pos_ != "NOUN" or noun.dep_ == "compound":
        return False
    if noun.lemma_.lower() in words("evidence_nouns"):
        return True
    puts = noun.dep_ == "nsubj" and noun.head.lemma_ in ("put", "place", "peg")
    return puts and noun.lemma_.lower() in words("informant_nouns")


def _phrase_start(noun: Token) -> int:
    return min((child.idx for child in noun.children if child.i < noun.i), default=noun.idx)


def _scope(noun: Token, sentence: Span) -> tuple[int, int] | None:
    """Give the content: the sentence for "according to", what follows the verb for "studies show"."""
    start = noun.i
    while start > sentence.start and noun.doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN", "DET", "NUM", "PUNCT", "ADV"):
        if noun.doc[start - 1].text in (",", ";", ":", "“", '"', "(", ")"):
            break
        start -= 1
    led = [token.lower_ for token in noun.doc[max(sentence.start, start - 2) : start]]
    if led == ["according", "to"]:
        # At the head of a sentence it governs what follows, elsewhere what stands before it.
        if start - 2 <= sentence.start + 1:
            return int(noun.idx + len(noun)), int(sentence.end_char)
        return int(sentence.start_char), int(noun.doc[start - 2].idx)
    verb = _verb_after(noun, sentence)
    return (verb.idx + len(verb), int(sentence.end_char)) if verb is not None else None


def _verb_after(noun: Token, sentence: Span) -> Token | None:
    """Give the verb that this noun is the subject of, when it gives evidence."""
    if noun.dep_ in ("nsubj", "nsubjpass"):
        verb = noun.head
        gives = verb.lemma_.lower() in words("evidence_verbs") and verb.i > noun.i and verb.dep_ != "relcl"
        return verb if gives and noun.dep_ == "nsubj" else None
    following = noun.doc[noun.i + 1] if noun.i + 1 < sentence.end else None
    near = following is not None and following.pos_ == "VERB" and following.tag_ not in ("VBN", "VBG")
    return following if following is not None and near and following.lemma_.lower() in words("evidence_verbs") else None


def sentences_after(noun: Token) -> list[Span]:
    """Give the sentences after this noun's own in which its maker may still be named."""
    following: list[Span] = []
    end = sentence_of(noun).end
    while end < len(noun.doc) and len(following) < LOOK_AHEAD:
        following.append(sentence_of(noun.doc[end]))
        end = following[-1].end
    return following


def is_unnamed(noun: Token, following: list[Span]) -> bool:
    """Tell whether neither the phrase, nor its postmodifier, nor the next sentences name the maker."""
    before = [token for token in noun.lefts]
    if any(token.lower_ in _POINTING | _OWN_PAPERS or token.dep_ == "poss" or _names(token) for token in before):
        return False
    if any(_names(token) or _is_capital(token) for left in before for token in left.subtree):
        return False
    # "an average of polls by …": the one who made the whole is named with it.
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if whole is not None and any(_names(token) or _is_capital(token) for token in whole.lefts):
        return False
    if _has_maker(noun):
        return False
    if noun.lower_ == "media" and any(token.lower_ in _KNOWN_MEDIA for token in before):
        return False
    plural = noun.tag_ in ("NNS", "NNPS") or noun.lower_ in (
        "research",
        "data",
        "polling",
        "intelligence",
        "literature",
    )
    return plural or not _named_later(noun, following)


def _names(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in _PLACES and token.lower_ not in words("place_words")


def _is_capital(token: Token) -> bool:
    """Tell whether a capital inside the sentence makes a name of a word that the tagger took for a plain one."""
    place = token.lower_ in words("place_words") or token.text.endswith(("ian", "ean", "ese", "ish", "aeli", "aqi"))
    return token.text[0].isupper() and token.pos_ in ("NOUN", "PROPN", "ADJ") and not (token.is_sent_start or place)


def _has_maker(noun: Token) -> bool:
    """Tell whether "by …", "from …" after the noun names or describes its maker."""
    sentence = sentence_of(noun)
    for token in noun.doc[noun.i + 1 : min(sentence.end, noun.i + MAKER_REACH)]:
        if (token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG")) or token.text in (",", ";", "—"):
            return False
        if token.lower_ == "in" and _is_in_journal(token):
            return True
        if token.lower_ in _MAKER_LINKS and any(_is_maker(word, token) for word in token.subtree):
            return True
    return False


def _is_in_journal(preposition: Token) -> bool:
    """Tell whether a study stands in a journal or a paper: "a study in Nature", "in the journal Bone"."""
    place = "".join(token.text_with_ws for token in preposition.doc[preposition.i + 1 : preposition.right_edge.i + 1])
    return any(token.lower_ == "journal" for token in preposition.subtree) or load_outlets().named(place) is not None


def _is_maker(word: Token, link: Token) -> bool:
    """Tell whether this word after "by", "from" or "for" names the maker, or describes it as something known."""
    if link.lower_ in ("by", "from", "for") and word.text[:1].isupper():
        return True
    known = word.pos_ == "NOUN" and any(left.lower_ in ("the", "its", "his", "their") for left in word.lefts)
    return _names(word) or (link.lower_ == "by" and word.pos_ == "NOUN") or (link.lower_ in ("for", "from") and known)


def _named_later(noun: Token, following: list[Span]) -> bool:
    """Tell whether the article goes on about an indefinite study ("the study, by …"), or names a maker close by."""
    if any(_is_organisation(token) for token in sentence_of(noun)):
        return True
    after = noun.doc[noun.i + 1 : noun.i + SUBJECT_REACH]
    if any(token.lemma_ == noun.lemma_ and any(left.lower_ in _POINTING for left in token.lefts) for token in after):
        return True
    return any(
        any(_is_organisation(token) for token in sentence) and any(token.lemma_ == noun.lemma_ for token in sentence)
        for sentence in following
    )


def _is_organisation(token: Token) -> bool:
    """Tell whether this may name a body or a person: by its label where there is one, else by two capitals."""
    if token.ent_type_:
        return token.pos_ == "PROPN" and token.ent_type_ in ("ORG", "PERSON", "WORK_OF_ART")
    opens = token.i and token.doc[token.i - 1].pos_ == "PROPN"
    return bool(opens) and _names(token) and not token.like_num
