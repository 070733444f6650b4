/** Who left this ward with something still to be done that was to come first: it rings here until it is. */
import { html } from "../html.js"
import { isAway } from "../arriving/words.js"
import { nameOf } from "../names.js"
import { slot } from "../time.js"

export function LeftOpen({ wardId, cases, now }) {
  const those = [...cases.values()].filter((kase) => isAway(kase) && kase.left_from === wardId && kase.arriving?.stops > 0)
  if (those.length === 0) return null
  const inOrder = those.sort((a, b) => b.left_at.localeCompare(a.left_at) || a.id.localeCompare(b.id))
  return html`<section class="hw-expected" aria-labelledby="left-open">
    <h2 class="nhsuk-heading-s" id="left-open">Left with something still to be done <span class="hw-quiet">${those.length}</span></h2>
    <ul>${inOrder.map((kase) => html`<li key=${kase.id}>
      <a href=${`/cases/${kase.id}#tasks`} data-focus=${`left ${kase.id}`}>${nameOf(kase.person)}</a>
      <span class="hw-overdue">${kase.arriving.stops === 1 ? "1 stop" : `${kase.arriving.stops} stops`} open</span>
      <span class="hw-quiet">left ${slot(kase.left_at, now)}</span>
    </li>`)}</ul>
  </section>`
}
