"""A small thesaurus."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.lexicon.thesaurus import Thesaurus
from tests.lexicon.word_lists import WORDS, opened


@pytest.fixture
def small(tmp_path: Path) -> Thesaurus:
    # Every phrase is a head, too, so that none counts as rare.
    return opened(tmp_path / "small", WORDS + WORDS.replace(",", "\n"))
