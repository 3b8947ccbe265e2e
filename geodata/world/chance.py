"""Draws of codes, days and invented people."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

type Codes = NDArray[np.object_]
type Days = NDArray[np.datetime64]

TODAY = np.datetime64("2026-09-30")
"""The day that the demonstration area shows: nothing happened later, plans apart."""
_FIRST = ("Anna", "Piotr", "Maria", "Jan", "Ewa", "Adam", "Zofia", "Tomasz", "Irena", "Marek")
_LAST = (
    "Przykładowa",
    "Testowa",
    "Zmyślona",
    "Wzorcowa",
    "Próbna",
    "Umowna",
    "Domyślna",
    "Fikcyjna",
)


def draw(rng: np.random.Generator, weights: Mapping[str, float], count: int) -> Codes:
    """Draw codes with the given weights, which need not add up to one."""
    shares = np.array(list(weights.values()), dtype=np.float64)
    picked = rng.choice(len(shares), count, p=shares / shares.sum())
    return np.array(list(weights), dtype=object)[picked]


def draw_by(
    rng: np.random.Generator, group: Codes, weights: Mapping[str, Mapping[str, float]]
) -> Codes:
    """Draw a code for each member of a group, with the weights of its group."""
    found = np.full(len(group), None, dtype=object)
    for name, own in weights.items():
        here = group == name
        found[here] = draw(rng, own, int(here.sum()))
    return found


def some(rng: np.random.Generator, values: Codes, share: float) -> Codes:
    """Keep a share of the values, and leave the others empty."""
    return only(rng.random(len(values)) < share, values)


def only(condition: ArrayLike, values: ArrayLike) -> Codes:
    """Return values where a condition holds, and None elsewhere."""
    blank = np.full(np.shape(condition), None, dtype=object)
    return np.asarray(np.where(condition, np.asarray(values, dtype=object), blank), dtype=object)


def days(rng: np.random.Generator, first: str, last: str, count: int) -> Days:
    """Draw days between two (`2019-05-01`), both included."""
    start, end = np.datetime64(first), np.datetime64(last)
    return later(start, rng.integers(0, int((end - start).astype(int)) + 1, count))


def later(day: Days | np.datetime64, count: NDArray[np.int64]) -> Days:
    """Return the days a number of days later, earlier where it is negative."""
    return np.asarray(day + count.astype("timedelta64[D]"))


def instants(day: Days | np.datetime64, seconds: NDArray[np.int64]) -> Days:
    """Return the instants at seconds of days."""
    return np.asarray(day.astype("datetime64[s]") + seconds.astype("timedelta64[s]"))


def people(rng: np.random.Generator, count: int) -> Codes:
    """Return names that nobody can take for real ones."""
    first, last = rng.integers(0, len(_FIRST), count), rng.integers(0, len(_LAST), count)
    men = first % 2 == 1
    names = [
        f"{_FIRST[a]} {_LAST[b][:-1] + 'y' if man else _LAST[b]}"
        for a, b, man in zip(first, last, men, strict=True)
    ]
    return np.array(names, dtype=object)


def mails(count: int) -> Codes:
    """Return mail addresses in a domain that cannot exist (RFC 2606)."""
    return np.array([f"osoba{number}@demo.invalid" for number in range(1, count + 1)], dtype=object)


def phones(rng: np.random.Generator, count: int) -> Codes:
    """Return telephone numbers beginning with 000, which is never assigned."""
    return np.array(
        [f"000 {a:03d} {b:03d}" for a, b in rng.integers(0, 1000, (count, 2))], dtype=object
    )


def numbered(pattern: str, count: int, first: int = 1) -> Codes:
    """Return running numbers in a pattern with one field: `DRZ-{:06d}`."""
    return np.array(
        [pattern.format(number) for number in range(first, first + count)], dtype=object
    )
