"""What stands on the supervisor's page, one widget a file."""
