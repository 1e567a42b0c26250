"""Names that differ by one slip of the fingers."""

from __future__ import annotations


def is_one_edit(one: str, other: str) -> bool:
    """Whether one letter added, dropped, changed or swapped with the next makes the two equal."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, rest_other = one[start:], other[start:]
    return (
        rest[1:] == rest_other[1:]
        or rest[1:] == rest_other
        or rest == rest_other[1:]
        or (rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:])
    )
