"""Reading: files, pages, feeds, corpora and archives to an `Article` each.

`inputs.expand` finds what the user named, `unpacking.opened` gives an input for every article in it, `read.read_input`
reads one.
"""
