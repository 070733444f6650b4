"""From the hospital's door to the service: arrived, first contact made, or nobody was met (DOMAIN rule 11).

What is known stands with the leaving (`Away.arriving`): who is in hospital after all has not arrived, and who had not
come back after all has, as before. Every saying has an id made by who says it, so that one sent late records nothing.
"""
