"""The running program: knows every other room, and is known by none."""

import os

# Before numpy is loaded: threads of its own gain nothing in what is small here, wait for each other
# by spinning when the machine is busy (a second becomes a minute), and add up in another order.
os.putenv("OPENBLAS_NUM_THREADS", "1")
