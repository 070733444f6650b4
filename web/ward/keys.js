/** Keys on a row of the ward list: one key a change, then on to the next person; arrows to go without one. */
import { announce } from "../announce.js"

const KEYS = { n: "noLonger", m: "meets", c: "noChange", e: "expected", y: "yes", x: "no", "?": "dont_know", "/": "dont_know" }

/** `act[what](spell)` does it and answers whether this person is done with; what is not allowed is not in `act`. */
export function onRowKey(event, spells, act) {
  const row = event.target.closest("tr[data-focus]")
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return
  const what = act[KEYS[event.key.toLowerCase()]]
  const step = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key]
  if (!what && !step) return
  event.preventDefault()
  if (step) return step.focus()
  if (!what(spells.find(({ id }) => id === row.dataset.focus))) return
  if (row.nextElementSibling) row.nextElementSibling.focus()
  else announce("That was the last person on the list")
}

/** What the keys do, for who may do it. */
export const KEYS_IN_WORDS = [
  { what: "noLonger", key: "N", words: "no longer meets" },
  { what: "meets", key: "M", words: "meets" },
  { what: "noChange", key: "C", words: "no change" },
  { what: "expected", key: "E", words: "EDD" },
  { what: "yes", key: "Y", words: "needs the hub" },
  { what: "no", key: "X", words: "does not" },
  { what: "dont_know", key: "?", words: "don't know" },
]
