"""What the programs of a centre have in common."""
