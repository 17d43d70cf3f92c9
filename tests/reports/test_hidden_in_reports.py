"""Hidden text is shown, told apart and counted in every report."""

from __future__ import annotations

from gui.reports import to_html, to_json, to_print_html, to_text
from tests.reports.hidden_pair import hidden_pair
from tests.reports.sample_comparisons import phone_rang


def test_json_has_the_spans_the_count_and_which_entries_are_hidden() -> None:
    found = to_json(hidden_pair(), pair_id="p")
    candidate = found["candidate"]
    texts = [candidate["text"][start:end] for start, end in candidate["hidden"]]
    assert (texts, candidate["hidden_words"]) == (["purple cows", "Seven <hats>"], 4)
    assert "hidden" not in found["reference"]
    assert candidate["words"] == found["reference"]["words"]
    assert [own.get("hidden") for own in found["sections"]] == [None, True, None]
    assert [own["kind"] for own in found["sections"]] == ["paired", "added", "paired"]
    change = {"kind": "added", "section": 0, "reference": None, "candidate": candidate["hidden"][0]}
    assert found["changes"] == [{**change, "hidden": True}]
    assert set(found["similarity"].values()) == {1.0}


def test_json_of_documents_that_hide_nothing_is_as_it_was() -> None:
    assert "hidden" not in str(to_json(phone_rang(), pair_id="p"))


def test_the_text_has_it_in_brackets_and_counts_it() -> None:
    said = to_text(hidden_pair())
    assert "0 words missing, 0 words added" in said
    assert "hidden text, counted apart: 4 words in the candidate" in said
    assert "old bridge {+⟦purple cows⟧+} on Monday" in said
    assert "{+⟦Seven <hats>⟧+}" in said
    assert "Seven <hats>  (2 words, hidden)" in said
    assert "[-old-]{+new+} ⟦hidden⟧" in said
    assert "hidden" not in to_text(phone_rang())


def test_html_marks_it_and_its_summary_says_how_much_there_is() -> None:
    page = to_html(hidden_pair(), title="Pair")
    unseen = '<span class="unseen" title="hidden text: readers do not see it">'
    assert f"{unseen}purple cows</span></ins>" in page
    assert f"{unseen}Seven &lt;hats&gt;</span>" in page
    assert '<span class="unseen sample">4 hidden words in the candidate</span>' in page
    assert "2 words · hidden" in page
    assert "<span>2 hidden words in the candidate</span>" in page
    assert ".unseen {" in page
    assert 'class="unseen' not in to_html(phone_rang(), title="Pair")


def test_paper_has_it_in_brackets() -> None:
    page = "".join(to_print_html(hidden_pair(), title="Pair"))
    assert "⟦purple cows⟧" in page
    assert "⟦Seven &lt;hats&gt;⟧" in page
    assert "⟦4 hidden words in the candidate⟧" in page
    assert "⟦" not in "".join(to_print_html(phone_rang(), title="Pair"))
