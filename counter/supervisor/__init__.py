"""The supervisor's page: the hall as it stands, queues against their limits, and what to do about it."""
