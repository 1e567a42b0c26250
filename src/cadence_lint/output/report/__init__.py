"""A page about all sequences of a run and each of them, for a browser or a printer."""
