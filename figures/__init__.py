"""The programs that look at what happened, and at what could happen: report, generate-day, replay, staffing."""
