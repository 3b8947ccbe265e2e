"""Point clouds: their files, and the points that steps hand to each other."""
