"""The HTML transparency report of one article, and the page of many."""
