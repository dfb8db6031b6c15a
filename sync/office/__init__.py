"""The central office: takes the attention records of all centres, each exactly once."""
