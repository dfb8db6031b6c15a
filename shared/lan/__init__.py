"""How the programs of a centre find and understand each other."""
