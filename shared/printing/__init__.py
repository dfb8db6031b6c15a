"""What is on the paper, and the printers it goes to."""
