"""What turns this tree into something an administrator installs."""
