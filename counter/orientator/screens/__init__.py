"""What stands on the orientator's page, one widget a file."""
