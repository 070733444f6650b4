"""The weeks after: a stay in one service, from first contact to discharge from service and beyond (DOMAIN rule 12).

A stay is known by the id of the first contact that began it. Whatever is said of it is a *step* with an id made by who
says it: a repeat is known by it, and by it each can be taken back.
"""
