"""What planners compute from the registers: balances, coverage, changes, conflicts, capacity."""
