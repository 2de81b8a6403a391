"""The rules as data, and what reads and tests them. The rules themselves are in the YAML files of this folder."""
