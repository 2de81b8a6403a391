"""Lets `python -m auditor` do what the `auditor` command does."""

from auditor.cli import main

if __name__ == "__main__":
    main()
