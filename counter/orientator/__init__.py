"""The orientator's *ticket for someone*: a service by typing, preferential or not, paid or not, a number."""
