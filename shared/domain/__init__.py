"""What is true in a centre, with no computer in it: no Qt, no SQL, no socket, no clock, no random."""
