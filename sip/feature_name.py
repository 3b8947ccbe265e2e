"""The name that a law gives to the rows of a layer as features, beside the layer's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Key

from sip.declaration import Model


class FeatureName(Model):
    """A qualified name: `app:StrefaPlanistyczna`. A prefix means one namespace in all layers."""

    name: Annotated[str, Key(pattern="^[A-Za-z_][A-Za-z0-9_]*$")]
    """Without prefix; no other layer's name or id."""
    prefix: Annotated[str, Key(pattern="^[a-z][a-z0-9_]*$")]
    """Short for the namespace, not `sip`, `gml`, `wfs` or `xsi`."""
    namespace: Annotated[str, Key(pattern="^(https?://|urn:)[^ ]+$")]
    """Address of the schema that the name comes from."""
