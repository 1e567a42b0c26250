"""Whom a sentence is about: the reader, the sender, both, or neither."""
