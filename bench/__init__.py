"""How fast Homeward is, each figure beside its bare floor in the same run. Loopback only, bounded, ends by itself.

Systems are built by the tests' own builders.
"""
