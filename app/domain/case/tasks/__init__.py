"""The work on a case: tasks raised from templates or by hand, done by people or by what happens on the case.

Every task has an owner, may be due relative to something, and may precede a step of the case: as a *stop* it must be
done before, as a *should* it ought to be; an *after* comes once the person has left.
"""
