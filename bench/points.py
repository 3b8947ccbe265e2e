"""All that is said of points, in one run: `python -m bench.points DATA`.

Prints the tables of `bench.ground`, `bench.trees` and `bench.objects`, each beside what others
reach. DATA is the folder of real samples of points (see `bench.ground`); about four minutes of CPU.
The same seeds give the same numbers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench import ground, objects, trees


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    ground.report(data)
    trees.report()
    objects.report(data)


if __name__ == "__main__":
    main()
