"""What the hall sees: thin widgets, placed by `display_board.layout`."""
