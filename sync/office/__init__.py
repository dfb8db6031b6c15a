"""The central office: it receives the records of the centres."""
