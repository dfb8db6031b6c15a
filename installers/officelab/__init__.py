"""The office under hostile lines and heavy days: a real PostgreSQL, real receivers over TLS, centres that lived."""
