"""Training of the attribution tagger: from PolNeAR-format data to the weights the package ships.

Needs the extra ``training`` (torch, onnx). Nothing in the package ``auditor`` imports this.
"""
