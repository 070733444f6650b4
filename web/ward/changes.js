/** What may be changed in one tap or one form: {what, path(id), body(at), row(at)}; `row` is what the row will then say. */

/** *No change* is a review too: it says again what the last one said. */
export const review = (spell, outcome, criteria = []) => ({
  what: "review",
  path: (id) => `/spells/${spell.id}/reviews/${id}`,
  body: (at) => ({ outcome, criteria, words: null, at }),
  row: (at) => ({ criteria: outcome, criteria_met: criteria, reviewed_at: at, proposed_ready: null }),
})

/** `need`: yes, no or dont_know. */
export const hubNeed = (spell, need) => ({
  what: "hub-need",
  path: () => `/spells/${spell.id}/hub-need`,
  body: (at) => ({ need, at }),
  row: () => ({ needs_hub: need, ...(need !== "dont_know" && { proposed_alert: [] }) }),
})

/** `said`: {expected_on, reason, words}; no date takes back what was said. */
export const expectedDischarge = (spell, said) => ({
  what: "expected",
  path: () => `/spells/${spell.id}/expected-discharge`,
  body: (at) => ({ ...said, at }),
  row: () => ({ expected_discharge: said.expected_on, discharge_reason: said.reason, discharge_changes: counted(spell, said) }),
})

const counted = ({ expected_discharge: before, discharge_changes: changes }, { expected_on: day }) =>
  (changes ?? 0) + (before && before !== day ? 1 : 0)
