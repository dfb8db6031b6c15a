"""What goes on a citizen's paper, and the door to the printer that puts it there."""
