"""Domains and their words: one file an upper-level domain, and the words that must not count."""
