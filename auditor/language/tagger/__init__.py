"""The attribution tagger: reads source, cue and content spans out of a text with a small network.

It needs numpy, onnxruntime and tokenizers, no spaCy and no torch. The same text gives the same attributions
whatever was tagged before. What a source is, or whether an attribution counts, is decided elsewhere.
"""

from auditor.language.tagger.tagging import TAGGER_VERSION, TaggedAttribution, Tagger, load_tagger

__all__ = ["TAGGER_VERSION", "TaggedAttribution", "Tagger", "load_tagger"]
