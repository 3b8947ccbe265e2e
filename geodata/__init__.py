"""The generator of the synthetic demonstration area."""
