/** One person on the ward list, in bed order, whether or not they have a case. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { Died } from "../plans.js"
import { criteriaWords, notReviewed, ready, stale } from "../ready.js"
import { age, daysBetween, shortDate, years } from "../time.js"
import { Hub } from "./hub.js"
import { More } from "./more.js"
import { Proposal, Whereabouts, leavingOf } from "./plans.js"

export function Row({ spell, review, kase, codes, staff, places, now, can, news, act, current, onFocus }) {
  const { days, nights } = ready(spell, now)
  return html`<tr class="nhsuk-table__row hw-row" role="row" tabindex=${current ? 0 : -1} data-focus=${spell.id} onFocusIn=${onFocus}>
    <${Cell} name="bed"><span class="hw-bed">${spell.bed}</span><//>
    <${Cell} name="name"><strong>${nameOf(spell.person)}</strong> <span class="hw-quiet">${spell.person?.birth_date ? years(spell.person.birth_date, now) : "age not known"}</span>
      <${Died} person=${spell.person} />
      ${news && html` <span class="hw-news" key=${news}>${news}</span>`}
      <${Whereabouts} spell=${spell} places=${places} now=${now} /><//>
    <${Cell} name="stay" label="Stay">${daysBetween(spell.admitted_at, now)} d<//>
    <${Cell} name="criteria"><${Today} spell=${spell} review=${review} codes=${codes} now=${now} /><${Proposal} spell=${spell} can=${can} /><//>
    ${can.review && html`<${Cell} name="review"><${Review} spell=${spell} act=${act} /><//>`}
    <${Cell} name="ready" label="Ready since">${spell.ready_date && shortDate(spell.ready_date)}<//>
    <${Cell} name="days" label="Days">${days}<//>
    <${Cell} name="nights" label="Nights in all">${days === null && !nights ? null : nights}<//>
    <${Cell} name="leaving" label="Expected to leave">${leavingOf(spell, now)}<//>
    <${Cell} name="hub"><div class="hw-last">
      <${Hub} spell=${spell} kase=${kase} staff=${staff} now=${now} can=${can} act=${act} />
      <${More} spell=${spell} can=${can} act=${act} />
    </div><//>
  </tr>`
}

/** `label` stands before the value where the table has no headings; a cell without a value has a dash. */
function Cell({ name, label, children }) {
  const nothing = children === null
  return html`<td class=${`nhsuk-table__cell hw-cell hw-cell--${name} ${nothing ? "hw-cell--nothing" : ""}`} role="cell">
    ${label && html`<span class="hw-cell__label" aria-hidden="true">${label} </span>`}${nothing ? "–" : children}
  </td>`
}

function Today({ spell, review, codes, now }) {
  return html`
    ${stale(spell, now) ? html`<${Overdue} spell=${spell} codes=${codes} now=${now} />` : html`<span>${outcomeWords(spell, codes)} <span class="hw-quiet">${age(spell.reviewed_at, now)}</span></span>`}
    ${review && html`<${Sending} review=${review} />`}`
}

/** A stale review asks for a new one, and says what "no change" would repeat. */
const Overdue = ({ spell, codes, now }) => html`<span class="hw-overdue">${notReviewed(spell, now)}</span>
  ${spell.criteria !== "not_reviewed" && html` <span class="hw-quiet">last: ${outcomeWords(spell, codes)}</span>`}`

function outcomeWords({ criteria, criteria_met: met }, codes) {
  return criteria === "meets" ? `Meets: ${criteriaWords(met, codes)}` : html`<strong>No longer meets</strong>`
}

const STATES = { sending: "Sending…", waiting: "Not sent yet. Trying again" }

function Sending({ review: { state, words } }) {
  if (state === "refused") return html`<span class="hw-overdue" role="alert">Not taken: ${words}</span>`
  return STATES[state] ? html`<span class="hw-pending">${STATES[state]}</span>` : null
}

function Review({ spell, act }) {
  const key = (name) => `${name} ${spell.id}`
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${nameOf(spell.person)}</span>`
  return html`<div class="hw-review">
    <button type="button" data-focus=${key("n")} onClick=${() => act.noLonger(spell)}>No longer meets${whose}</button>
    <button type="button" data-focus=${key("m")} onClick=${() => act.meets(spell)}>Meets…${whose}</button>
    <button type="button" data-focus=${key("c")} onClick=${() => act.noChange(spell)} aria-disabled=${spell.criteria === "not_reviewed"}>No change${whose}</button>
  </div>`
}
