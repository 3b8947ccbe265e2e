"""What people write before a name finds what is registered with it, and without."""

from __future__ import annotations

from services.portal.search import _in_turn


def test_neither_search_hides_the_other_and_a_row_counts_once() -> None:
    sections = [{"layer": "road_section", "id": number} for number in range(3)]
    streets = [{"layer": "street", "id": 7}, sections[1]]
    assert _in_turn(sections, streets) == [sections[0], streets[0], sections[1], sections[2]]
