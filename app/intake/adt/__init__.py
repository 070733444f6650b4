"""The hospital's ADT feed (HL7 v2 over MLLP), from the line to the desk.

Receiving: `listener`, `connection`, `wire`. Reading: `understanding` makes an `Understood` or `Refused` of bytes.
Placing: `placing` gives each person of a message to one of `place_*`, by what its trigger is `about`. Keeping: `kept`
holds every message with what came of it; `again` places those once more that waited, or were told after a late one;
`waiting_room` looks for them now and then. The desk: `queue`, `showing`, `offers`, `desk`, `mapping`.

What a hospital really sends is seldom what the standard says: whatever the hub can act on is understood, and what was
doubtful in it is said beside it.
"""
