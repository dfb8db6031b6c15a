"""Sends attention records to the central office."""
