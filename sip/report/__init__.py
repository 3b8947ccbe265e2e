"""The report of a plot: all that the registers say of it, each topic with one clear answer."""
