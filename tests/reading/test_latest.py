"""What was asked for of late is kept, within a bound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.latest import Latest


@given(st.lists(st.integers(0, 12)), st.integers(1, 5))
def test_the_latest_keys_are_kept_and_few_others(keys: list[int], most: int) -> None:
    latest: Latest[str] = Latest(most)
    for at, key in enumerate(keys, 1):
        found = latest.get(key)
        assert found in (None, str(key))
        if found is None:
            latest.keep(key, str(key))
        assert latest.get(key) == str(key)
        assert len(latest) <= 2 * most
        of_late = list(dict.fromkeys(reversed(keys[:at])))[:most]
        assert all(latest.get(each) == str(each) for each in reversed(of_late))
