"""What the rules of waiting do, in numbers that anyone can make again: `make waiting-report`."""
