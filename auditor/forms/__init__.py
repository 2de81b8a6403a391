"""The forms of an audit document besides the HTML report, a module each; `choice` knows them all."""
