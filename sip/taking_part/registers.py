"""The registers of taking part: which layers they are, and what links them."""

from __future__ import annotations

from sip.catalogue import Catalogue, Layer
from sip.errors import NotFound

DISPLAY, COMMENT, ACT = "plan_display", "plan_comment", "plan_act"
_STATES = ("state", "status")
"""Fields of an act that say its state, the more exact one first."""


def display_layer(catalogue: Catalogue) -> Layer:
    """Return the register of displays."""
    return _layer(catalogue, DISPLAY)


def comment_layer(catalogue: Catalogue) -> Layer:
    """Return the register of comments."""
    return _layer(catalogue, COMMENT)


def act_layer(catalogue: Catalogue) -> Layer:
    """Return the register of acts."""
    return _layer(catalogue, ACT)


def state_field(act: Layer) -> str:
    """Return the field that says the state of an act."""
    return next(name for name in _STATES if name in act.spec.fields)


def members(catalogue: Catalogue) -> list[tuple[Layer, str]]:
    """Return the layers that an act consists of, areas with a look, and the field with its act."""
    return [
        (layer, link.field)
        for layer in catalogue.layers.values()
        for link in layer.spec.relations
        if link.to == ACT
        and link.to_field == "identifier"
        and "Polygon" in (layer.spec.geometry or "")
        and {"status", link.field} <= set(layer.spec.fields)
        and layer.style is not None
    ]


def _layer(catalogue: Catalogue, name: str) -> Layer:
    layer = catalogue.layers.get(name)
    if layer is None or layer.is_hidden:
        raise NotFound(
            f'there is no register "{name}" here', pl="ta instalacja nie prowadzi tego rejestru"
        )
    return layer
