/** Keys on a row of the ward list: one key a review, arrows to the next person. */

const REVIEWS = { n: "noLonger", m: "meets", c: "noChange" }

export function onRowKey(event, spells, act) {
  const row = event.target.closest("tr[data-focus]")
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return
  const what = REVIEWS[event.key.toLowerCase()]
  const step = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key]
  if (!what && !step) return
  event.preventDefault()
  if (step) return step.focus()
  act[what](spells.find(({ id }) => id === row.dataset.focus))
}
