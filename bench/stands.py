"""What becomes of single trees where forests are of other kinds: `python -m bench.stands`.

One stand (450 stems per hectare, half of them under others, spruce, fir and beech, 10 pulses per
square metre in spring, slope 0.3) is varied in one thing at a time, beside plain local maxima.
"""

from __future__ import annotations

import dataclasses
import sys

import numpy as np
import shapely

from bench.trees import maxima, scores, stems, truth
from processing.grid import Floats
from processing.objects.returns import Returns
from processing.scene import Scene, forest, scan
from processing.scene.forest import Stand

SEEDS = (41, 42)
SIDE_M = 60.0
BASE = Stand(450, 0.5, 22.0, 0.2, np.array([0.35, 0.35, 0.3]), 300)
CONIFERS, BEECHES = np.array([0.5, 0.5, 0.0]), np.array([0.0, 0.0, 1.0])


@dataclasses.dataclass(frozen=True)
class Kind:
    """A stand and how it is flown over."""

    stand: Stand = BASE
    density: float = 10.0
    leaves: float = 0.5
    slope: float = 0.3
    first_only: bool = False


def _stand(**changes: object) -> Kind:
    return Kind(dataclasses.replace(BASE, **changes))  # type: ignore[arg-type]


KINDS = {
    "as described": Kind(),
    "5 pulses/m2": Kind(density=5.0),
    "20 pulses/m2": Kind(density=20.0),
    "40 pulses/m2": Kind(density=40.0),
    "in summer": Kind(leaves=1.0),
    "in winter": Kind(leaves=0.35),
    "first returns, no numbers": Kind(first_only=True),
    "conifers": _stand(mix=CONIFERS),
    "beeches": _stand(mix=BEECHES),
    "beeches in summer": Kind(dataclasses.replace(BASE, mix=BEECHES), leaves=1.0),
    "200 stems/ha": _stand(stems_per_ha=200),
    "800 stems/ha": _stand(stems_per_ha=800),
    "1200 stems/ha": _stand(stems_per_ha=1200),
    "one layer of 900 conifers": _stand(stems_per_ha=900, tall=0.95, mix=CONIFERS, height_m=20.0),
    "70 % under others": _stand(tall=0.3),
    "half in pairs": _stand(close=0.5),
    "regrowth 2000/ha": _stand(regrowth_per_ha=2000),
    "16 m high, 800/ha": _stand(height_m=16.0, stems_per_ha=800),
    "level": Kind(slope=0.0),
    "slope 0.9": Kind(slope=0.9),
}


def main() -> int:
    """Print the table."""
    print(f"{'':28}  F1    recall over15 precision | F1 of local maxima")
    for name, kind in KINDS.items():
        ours, plain = [], []
        for seed in SEEDS:
            scene = forest(seed, side_m=SIDE_M, slope=kind.slope, stand=kind.stand)
            some, true = flown(scene, kind, seed), truth(scene.trees)
            ours.append(scores(stems(some, kind.density), true))
            plain.append(scores(maxima(some), true))
        mean = np.mean(ours, axis=0)
        told = "  ".join(f"{one:.3f}" for one in mean[:4])
        print(f"{name:28}{told} | {_first(plain):.3f}", flush=True)
    return 0


def flown(scene: Scene, kind: Kind, seed: int) -> Returns:
    """Return a flight over the true ground."""
    cloud = scan(scene, density=kind.density, seed=seed, leaves=kind.leaves)
    x, y, z = cloud.xyz.T
    spots = np.array([shapely.Point(one) for one in cloud.xyz[:, :2]], dtype=object)
    keep = ~np.isin(cloud.code, [7, 18])
    last, several = cloud.number == cloud.count, cloud.count > 1
    if kind.first_only:
        keep &= cloud.number == 1
        last, several = np.ones_like(last), np.zeros_like(several)
    over = z - scene.ground_at(spots)
    return Returns(x, y, z, over, last, several, cloud.code == 2).taken(keep)


def _first(rows: list[Floats]) -> float:
    return float(np.mean(rows, axis=0)[0])


if __name__ == "__main__":
    sys.exit(main())
