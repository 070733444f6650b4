"""Why somebody who no longer meets the requirements to remain is still in a community bed (DOMAIN rules 6 and 12).

What a stay in hospital has, a stay in a bed of intermediate care has too: ready since, nights, the one reason,
blockers, frozen nights that are agreed or contested. The engine is the same; what is recorded lies with the stay, on
its case.
"""
