"""A message is a value: it refuses what its sentence has no place for, and goes through pipes."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from gui.messages import Code, CopydeskError, Message, counted


class Weather(Code):
    """Sentences of this test."""

    RAIN = "rain"
    DAY_OF = "1 day of {what}"
    DAYS_OF = "{count:,} days of {what}"
    ROW = "Row {row} tells of {what}."


RAIN = Message(Weather.RAIN)
DAYS = Message(Weather.DAYS_OF, count=4_000, what=RAIN)


def test_the_english_is_put_together() -> None:
    assert (
        str(Message(Weather.ROW, row=4_000, what=DAYS)) == "Row 4000 tells of 4,000 days of rain."
    )
    assert str(Message(Weather.ROW, row=1, what="{what} %s")) == "Row 1 tells of {what} %s."


@pytest.mark.parametrize(
    "arguments", [{}, {"row": 1}, {"row": 1, "what": "rain", "more": 2}, {"row": 1, "why": "rain"}]
)
def test_other_places_are_refused(arguments: dict[str, str | int]) -> None:
    with pytest.raises(TypeError, match="ROW has the places"):
        Message(Weather.ROW, **arguments)


def test_a_number_is_wanted_where_digits_are_grouped() -> None:
    with pytest.raises(TypeError, match="must be a number"):
        Message(Weather.DAYS_OF, count="4000", what="rain")


def test_messages_are_values() -> None:
    again = Message(Weather.DAYS_OF, what=Message(Weather.RAIN), count=4_000)
    assert again == DAYS
    assert hash(again) == hash(DAYS)
    assert again != Message(Weather.DAYS_OF, what="rain", count=4_000)
    assert again != str(again)
    with pytest.raises(AttributeError):
        again.code = Weather.RAIN  # type: ignore[misc]
    with pytest.raises(TypeError):
        again.arguments["count"] = 1  # type: ignore[index]


def test_pipes_carry_code_and_arguments() -> None:
    data = pickle.dumps(DAYS)
    assert pickle.loads(data) == DAYS
    assert b"days of" not in data
    text = json.dumps(DAYS.as_data())
    assert Message.from_data(json.loads(text)) == DAYS
    assert "days of" not in text


@pytest.mark.parametrize(
    "data",
    [
        ["Weather", "SNOW", {}],
        ["Climate", "RAIN", {}],
        ["Weather", "RAIN", {"where": "here"}],
        ["Weather", "RAIN", []],
        ["Weather", "RAIN"],
        "rain",
        None,
    ],
)
def test_what_is_no_message_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"no message|unpack"):
        Message.from_data(data)


def test_one_and_many() -> None:
    said = [str(counted(Weather.DAY_OF, Weather.DAYS_OF, n, what="rain")) for n in (0, 1, 2_000)]
    assert said == ["0 days of rain", "1 day of rain", "2,000 days of rain"]


def test_an_error_says_its_message() -> None:
    error = CopydeskError(DAYS)
    assert error.message is DAYS
    assert str(error) == "4,000 days of rain"
    assert pickle.loads(pickle.dumps(error)).message == DAYS
