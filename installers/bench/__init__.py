"""How quick Suyana is, in counters that do not move and in ratios to bare opponents of the same minute."""
