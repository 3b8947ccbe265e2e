"""From a flight to layers: which steps, on which tiles, and what to say of the result."""
