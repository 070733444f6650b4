"""Who holds something for a case, and what each is asked when the case is unsettled: keep or release (DOMAIN rule 10).

`holders` says who holds, `causes` and `of_stay` when they are asked, `asking` and `answering` what is asked and said.
"""
