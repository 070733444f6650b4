"""The hospital's ADT feed (HL7 v2 over MLLP): `listener` receives, `understanding` reads, `acknowledgement` answers.

What a hospital really sends is seldom what the standard says: whatever the hub can act on is understood, and what was
doubtful in it is said beside it.
"""
