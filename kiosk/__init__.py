"""Where a citizen takes a ticket."""
