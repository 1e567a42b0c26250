"""The text of a message as its reader sees it: its parts, sentences and words."""
