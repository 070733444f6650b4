"""Finding a service: the package needed, who is asked for it, what each says, and the booking that comes of it.

A *request* puts the package to services; each asked service has one *offer*, and answers it in steps: in principle (a
place is held), assessed, confirmed (the place is the person's, with a time of arrival). One confirmation closes
everything else (DOMAIN rule 8). Every answer has an id made by who gives it, so that one sent late records nothing.
"""
