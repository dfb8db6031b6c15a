"""The fault lab: each promise that nothing is lost and nobody let in, in numbers, with a run that must fail."""
