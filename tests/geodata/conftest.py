from __future__ import annotations

from pathlib import Path

import pytest

from geodata import demo
from geodata import world as worlds
from geodata.demo import Frame
from geodata.world import World
from sip import catalogue as catalogues
from sip.catalogue import Catalogue

SCALE = 0.04


@pytest.fixture(scope="session", params=[1, 7])
def world(request: pytest.FixtureRequest) -> World:
    return worlds.make(request.param, SCALE)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return catalogues.load(Path(__file__).parents[2])


@pytest.fixture(scope="session")
def layers(world: World, catalogue: Catalogue) -> dict[str, Frame]:
    made = demo.generate(world)
    return {name: demo.conform(frame, catalogue.layer(name)) for name, frame in made}
