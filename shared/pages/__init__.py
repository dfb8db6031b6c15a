"""The citizen's phone page: the state of one ticket, for whoever has its slip, on the centre's own Wi-Fi.

A process of its own and a client of the hub like any other: the guest network reaches this program and never the hub.
It reads only, keeps nothing, and is told no more of a ticket than its slip and the board say.
"""
