/** The criteria to reside today: what the last review said, how old it is, and the three answers to give now. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { criteriaWords, notReviewed, stale } from "../ready.js"
import { age } from "../time.js"
import { Pending } from "./pending.js"

export function Today({ spell, codes, now, entries, outbox }) {
  return html`
    ${stale(spell, now) ? html`<${Overdue} spell=${spell} codes=${codes} now=${now} />` : html`<span>${said(spell, codes)} <span class="hw-quiet hw-whole">${age(spell.reviewed_at, now)}</span></span>`}
    <${Pending} entries=${entries} what="review" outbox=${outbox} />`
}

/** "Meets: oxygen", "No longer meets", or "" before the first review. */
export function outcomeWords({ criteria, criteria_met: met }, codes) {
  if (criteria === "not_reviewed") return ""
  return criteria === "meets" ? `Meets: ${criteriaWords(met, codes)}` : "No longer meets"
}

export function Review({ spell, act }) {
  const key = (name) => `${name} ${spell.id}`
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${nameOf(spell.person)}</span>`
  return html`<div class="hw-review">
    <button type="button" data-focus=${key("n")} onClick=${() => act.noLonger(spell)}>No longer meets${whose}</button>
    <button type="button" data-focus=${key("m")} onClick=${() => act.meets(spell)}>Meets…${whose}</button>
    <button type="button" data-focus=${key("c")} onClick=${() => act.noChange(spell)} aria-disabled=${spell.criteria === "not_reviewed"}>No change${whose}</button>
  </div>`
}

/** A stale review asks for a new one, and says what "no change" would repeat. */
const Overdue = ({ spell, codes, now }) => html`<span class="hw-overdue">${notReviewed(spell, now)}</span>
  ${spell.criteria !== "not_reviewed" && html` <span class="hw-quiet">last: ${said(spell, codes)}</span>`}`

const said = (spell, codes) => (spell.criteria === "meets" ? outcomeWords(spell, codes) : html`<strong>${outcomeWords(spell, codes)}</strong>`)
