"""Things on the ground, found in points: trees, buildings, poles, kerbs, and how they change."""
