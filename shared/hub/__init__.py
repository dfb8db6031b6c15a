"""The hub: one command at a time, commit, then tell."""
