"""Attention records of a centre on their way to the central office."""
