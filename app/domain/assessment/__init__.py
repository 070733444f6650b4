"""Trusted assessment: forms that are data (FHIR R4 Questionnaires), and answers that a service may rely on.

`loading` reads a form, `sheet` says what is asked, `checking` what is wrong, `response` writes and reads FHIR, `gap`
says what a service still needs, `starting` what is known already. Signing it is part of the case (`domain/case`).
"""
