"""Mentions to identities: agencies, regulations, regions."""
