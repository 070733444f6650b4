/** Which people of the ward are shown. The filter stands in the address after the #, and says nothing about anybody. */
import { html, signal } from "../html.js"
import { expectedToLeave } from "../plans.js"
import { stale } from "../ready.js"
import { localDate, plusDays, weekend } from "../time.js"
import { isAsked } from "./hub-need.js"
import { isProposed } from "./proposed-alert.js"

/** `passes({spell, kase, can, now})`. */
const FILTERS = [
  { hash: "everybody", words: "Everybody", passes: () => true },
  { hash: "mine-to-do", words: "Mine to do", passes: isMine },
  { hash: "leaving-today", words: "Leaving today", passes: (its) => leavesOn(its, [localDate(its.now)]) },
  { hash: "leaving-tomorrow", words: "Tomorrow", passes: (its) => leavesOn(its, [plusDays(localDate(its.now), 1)]) },
  { hash: "leaving-at-the-weekend", words: "Weekend", passes: (its) => leavesOn(its, weekend(its.now)) },
  { hash: "not-reviewed", words: "Not reviewed", passes: ({ spell, now }) => stale(spell, now) },
  { hash: "no-edd", words: "No EDD or EDD passed", passes: hasNoDate },
  { hash: "ready-no-plan", words: "Ready, no plan", passes: ({ spell, kase }) => spell.ready_date && !kase?.leave_at && !spell.discharge_planned },
  { hash: "hub-not-asked", words: "Hub not asked", passes: ({ spell, kase }) => isAsked(spell, kase) },
]

const inAddress = () => FILTERS.find(({ hash }) => location.hash === `#${hash}`)

/** The filter that is on: {hash, words, passes}. */
export const filter = signal(inAddress() ?? FILTERS[0])
// The skip link too stands after the #: it changes nobody's filter.
addEventListener("hashchange", () => (filter.value = inAddress() ?? (location.hash ? filter.value : FILTERS[0])))

/** `people`: [{spell, kase, can, now}]. */
export const Filters = ({ people }) => html`<nav class="hw-people" aria-label="People shown">
  ${FILTERS.map(({ hash, words, passes }) => html`<a key=${hash} href=${`#${hash}`} aria-current=${filter.value.hash === hash ? "true" : null}>${words} <span class="hw-people__count">${people.filter(passes).length}</span></a>`)}
</nav>`

/** What waits on this row for whoever is signed in. */
function isMine({ spell, kase, can, now }) {
  return (
    (can.review && stale(spell, now)) ||
    (can.hubNeed && (isAsked(spell, kase) || isProposed(spell, kase))) ||
    (can.refer && Boolean(kase?.returned)) ||
    (can.expected && Boolean(expectedToLeave(spell, now)?.passed))
  )
}

/** The agreed slot counts before the expected date. */
const leavesOn = ({ spell, kase }, days) => days.includes(kase?.leave_at ? localDate(kase.leave_at) : spell.expected_discharge)

function hasNoDate({ spell, now }) {
  return expectedToLeave(spell, now)?.passed ?? true
}
