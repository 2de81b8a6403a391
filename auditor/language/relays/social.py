"""Words posted on a platform: "wrote on Twitter", "in a Facebook post", "tweeted"."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from auditor.language.annotations import RelayKind
from auditor.language.lexicon import words
from auditor.language.outlets import Reading
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.frame import Frame
from auditor.language.sentences import sentence_of

SOCIAL = RelayKind.SOCIAL
_ON = frozenset({"on", "via", "to", "over", "through", "in", "from", "by"})
_POSTING = frozenset(
    {"write", "post", "say", "share", "announce", "add", "tweet", "reply", "respond", "comment", "publish", "repost"}
)


def find_social_frame(mention: Mention) -> Frame | None:
    """Tell whether words were posted there, or nothing when the platform is a topic, a company or a habit."""
    if mention.kind is MentionKind.POST:
        token = mention.tokens.root
        return _posted(token) if token.lemma_.lower() in ("post", "repost") else _post(token)
    return _compound(mention) or _prepositional(mention)


def _goes_there(verb: Token, preposition: Token) -> bool:
    """Tell whether somebody "took to Twitter" to say something."""
    return preposition.lower_ == "to" and verb.lemma_ in ("take", "turn", "go", "head")


def _compound(mention: Mention) -> Frame | None:
    token = mention.tokens.root
    head = token.head
    if (
        token.dep_ not in ("compound", "nmod", "poss", "amod")
        or head.pos_ not in ("NOUN", "PROPN")
        or head in mention.tokens
    ):
        return None
    while head.dep_ == "compound" and head.head.pos_ == "NOUN" and head.head.i > head.i:
        head = head.head
    if head.lemma_.lower() not in words("social_platform_nouns"):
        return None
    if head.lemma_.lower() == "user" and _is_followed_by_speech(head):
        return Frame(SOCIAL, head, "What a user of the platform wrote there is reported.")
    if head.lemma_.lower() in (
        "user",
        "account",
        "page",
        "channel",
        "group",
        "feed",
        "profile",
        "handle",
        "story",
        "chat",
    ) and not _speaks(head):
        return None
    return Frame(SOCIAL, head, f"“{head.text}” carries words on the platform.")


def _speaks(noun: Token) -> bool:
    """Tell whether an account is the subject of a speech verb, or the place where somebody wrote."""
    verb = noun.head
    if noun.dep_ == "nsubj":
        return verb.lemma_.lower() in words("relay_speech_verbs")
    if noun.dep_ != "pobj" or verb.dep_ != "prep":
        return False
    if verb.lower_ == "to" and verb.head.lower_ == "according":
        return True
    governor = verb.head
    while governor.pos_ not in ("VERB", "AUX") and governor.head is not governor:
        governor = governor.head
    return _is_posting_verb(governor, strict=True)


def _is_followed_by_speech(noun: Token) -> bool:
    following = noun.doc[noun.i + 1 : min(sentence_of(noun).end, noun.i + 7)]
    return any(t.tag_ in ("VBD", "VBZ", "VBP") and t.lemma_.lower() in words("relay_speech_verbs") for t in following)


def _prepositional(mention: Mention) -> Frame | None:
    token = mention.tokens.root
    while token.dep_ in ("appos", "conj") and token.head.pos_ in ("PROPN", "NOUN"):
        token = token.head
    preposition = token.head
    if token.dep_ == "dobj" and token.i and token.nbor(-1).lower_ in _ON:
        preposition = token.nbor(-1)
    elif token.dep_ != "pobj" or preposition.lower_ not in _ON:
        return None
    vague = mention.name == "social media" or mention.reading in (Reading.QUALIFIED, Reading.COMMON)
    strict = vague or preposition.lower_ != "on"
    governor = preposition.head
    for _ in range(3):
        if governor.pos_ == "VERB" and governor.dep_ != "amod":
            fits = _is_posting_verb(governor, strict=strict) or _goes_there(governor, preposition)
            return Frame(SOCIAL, governor, f"The words were put on the platform (“{governor.text}”).") if fits else None
        if governor.pos_ in ("NOUN", "PROPN") and governor.lemma_.lower() in words("social_platform_nouns"):
            return Frame(SOCIAL, governor, f"“{governor.text}” carries words on the platform.")
        owned = any(child.dep_ == "poss" for child in governor.children)
        reported = governor.head.lemma_.lower() in words("relay_speech_verbs")
        if governor.head is governor or (owned and preposition.lower_ == "on" and not reported):
            # "His antics on Twitter" are only talked about.
            return None
        governor = governor.head
    return None


def _posted(verb: Token) -> Frame | None:
    """Read "posted" without a platform: only with words or pictures as its object, never "posted a loss"."""
    if verb.pos_ != "VERB" or verb.dep_ == "relcl":
        return None
    carried = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "nsubjpass")}
    quoted = not carried and any(
        token.is_quote for token in verb.doc[max(sentence_of(verb).start, verb.i - 3) : verb.i]
    )
    # "“Thank you!” posted Ann Roe": the writer stands after the verb.
    quoted = quoted or (verb.i > 0 and verb.nbor(-1).is_quote)
    if carried & _POSTED or quoted or any(child.lower_ == "online" for child in verb.children):
        return Frame(SOCIAL, verb, "The verb and its object say that words or pictures were posted.")
    return None


_POSTED = frozenset(
    {"message", "video", "photo", "photograph", "picture", "statement", "note", "image", "clip", "selfie", "screenshot"}
)


def _is_posting_verb(verb: Token, *, strict: bool) -> bool:
    lemma = verb.lemma_.lower()
    if strict:
        return (
            lemma in _POSTING
            or lemma in words("relay_appearing_verbs") - {"see", "appear"}
            or lemma
            in (
                "send",
                "claim",
                "urge",
                "warn",
                "call",
                "accuse",
                "declare",
                "deny",
                "apologise",
                "apologize",
            )
        )
    return lemma not in words("social_no_words")


def _post(token: Token) -> Frame | None:
    """Read a tweeting verb or a tweet that carries somebody's words, unless the platform is named beside it."""
    if token.tag_ == "VBZ" and token.i + 1 < len(token.doc) and token.nbor(1).text.startswith(("@", "at")):
        # "She tweets @annroe" only gives the address.
        return None
    if token.pos_ == "VERB" or token.tag_.startswith("VB"):
        return Frame(SOCIAL, token, "The verb itself says that the words were posted.")
    if _is_thing(token):
        return None
    return Frame(SOCIAL, token, "The noun itself says that the words were posted.")


def _is_thing(token: Token) -> bool:
    """Tell whether the tweet is only a thing talked about ("saw the tweet"), not the way in which words were given."""
    if any(child.lower_ in ("the", "that", "this", "these", "those", "any") for child in token.children):
        # A post taken up again is no second statement.
        return True
    head = token.head
    if token.dep_ in ("dobj", "compound") and head.lemma_ in (
        "see",
        "read",
        "delete",
        "like",
        "remove",
        "embed",
        "count",
    ):
        return True
    return token.tag_ == "NNS" and not _gives_words(token)


def _gives_words(token: Token) -> bool:
    """Tell whether several tweets are named for what they say: "in tweets", "tweets accusing the club"."""
    head = token.head
    if any(child.dep_ in ("acl", "relcl", "nummod") for child in token.children):
        return True
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in _SERIES:
        head = head.head.head
    if head.dep_ == "prep" or token.dep_ == "pobj":
        return head.lower_ in ("in", "with", "via", "through", "by", "on", "over") and head.head.pos_ in ("VERB", "AUX")
    return token.dep_ == "nsubj" and head.lemma_.lower() in words("relay_speech_verbs") | {"read", "accuse"}


_SERIES = frozenset({"series", "string", "flurry", "storm", "barrage", "burst", "spate", "pair", "trio"})


def names_platform_beside(tokens: Tokens, platforms: list[Tokens]) -> bool:
    """Tell whether a platform is named as a relay in the same sentence, which then is the mark."""
    return any(
        sentence_of(platform[0]).start == sentence_of(tokens[0]).start and abs(platform.start - tokens.start) <= 8
        for platform in platforms
    )
