"""Pages to look at: who answers for what, and who shares the work, each one offline HTML file."""

from graph.views._data import PageData
from graph.views._gather import EmptyGraph, SeveralDocuments, UnknownDocument, document_keys, gather
from graph.views._words import Lang
from graph.views.collaboration import collaboration_page
from graph.views.responsibility import responsibility_page

__all__ = [
    "EmptyGraph",
    "Lang",
    "PageData",
    "SeveralDocuments",
    "UnknownDocument",
    "collaboration_page",
    "document_keys",
    "gather",
    "responsibility_page",
]
