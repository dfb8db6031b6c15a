"""The only SQL of a centre."""
