"""Questions to the tables of an archive: named views, free queries, and the numbers of the dashboard."""
