from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.documents.shared_reader import READER


@pytest.fixture(scope="session", autouse=True)
def _end_of_reading() -> Iterator[None]:
    yield
    READER.close()
