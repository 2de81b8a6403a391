"""A first rule file for an editor: commented, complete, and passing its own test as it stands."""

from __future__ import annotations

_TEXT = """\
# House rules. Try them on their own sentences:  auditor rules test FILE
# Use them:                                      auditor report story.txt --rules FILE
# What may be asked of what, with completion in editors that read JSON Schemas:  auditor rules schema

# Word lists that several rules may use.
lists:
  our_vague_words: [rumoured, whispered, rumored]

rules:
  # Capital letters and three digits; codes are never used twice.
  - code: {code}
    title: Vague words of hearsay
    # What the rule looks at, one after the other: attributions, sources, figures, relays, quotations, names, claims,
    # article, or phrases: words that the rule itself finds.
    over: phrases
    # span: a place in the text; source: a source with all its mentions; article: the whole article.
    scope: span
    # Any of these is enough: words (any case), list, regex (RE2's syntax), tokens (spaCy's and textacy's patterns).
    find:
      list: our_vague_words
      tokens: "LEMMA:hear LOWER:it LOWER:said"
    # All of these must hold: conditions by name, or fields with values; all:, any:, not: group them.
    when:
      - quoted: false
    # None of these may hold.
    unless:
      - attributed_in_its_sentence
    # info, low, medium or high: the order in which somebody should check. Raised or lowered by one step at most.
    severity: low
    raise: [in_headline_or_lead]
    # Words in braces are filled in.
    message: "{{phrase}} tells what was heard, not from whom."
    why: Readers cannot weigh what nobody stands behind.
    clear: The article says who said so.
    ask: Who said so?
    # Lines of a policy; `auditor policies show` lists the codes of those that come with the program.
    policies: []
    # Small articles that show what the rule does. [[ ]] marks exactly the words that must be found.
    flags:
      hearsay: "The harbour, it is [[rumoured]], will be sold."
      whispered: "It was [[whispered]] on the quay that the crane had failed."
      heard: "We [[heard it said]] that the mayor would leave."
    passes:
      somebody says so: "The harbour was rumoured to be for sale, clerk Moa Dahl said."
      somebody's own word: "“It is rumoured,” clerk Moa Dahl said."
      another word: "The rumour was wrong."
"""


def rule_skeleton(code: str) -> str:
    """Give the text of a rule file with one rule of this code."""
    return _TEXT.format(code=code)
