"""Numbers on the voice of the hall: no call lost, none out of order, no two at once, and how soon each is heard."""
