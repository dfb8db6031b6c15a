"""What is found on this machine and what is not, in plain words: for whoever installs or repairs a centre."""

from installers.doctor.rounds import main

__all__ = ["main"]
