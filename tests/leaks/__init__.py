"""The differential leak test's parts: who comes, every way in, and what the layer files allow."""
