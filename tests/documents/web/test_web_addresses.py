"""What is taken for the address of a page."""

from __future__ import annotations

import pytest

from gui.documents.document import DocumentError
from gui.documents.web.web_addresses import address_of, links_in

START = "https://example.org/"


def test_an_address_has_4000_characters_at_most() -> None:
    assert address_of(START.ljust(4_000, "x")).host == "example.org"
    with pytest.raises(DocumentError):
        address_of(START.ljust(4_001, "x"))


def test_links_are_looked_for_in_16_000_characters() -> None:
    """More is not a list of links that somebody pasted but a text."""
    assert links_in(START.ljust(16_000)) == [START]
    assert links_in(START.ljust(16_001)) == []
