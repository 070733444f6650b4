"""A kind's rows made anew from the log beside the live table, and put in its place in one moment (`docs/adr/0008`)."""
