/** One person on the ward list, in bed order, whether or not they have a case. */
import { WhyStillHere } from "../delays/words.js"
import { html } from "../html.js"
import { Unanswered } from "../holding/unanswered.js"
import { nameOf } from "../names.js"
import { Died } from "../plans.js"
import { count, ready } from "../ready.js"
import { daysBetween, shortDate, years } from "../time.js"
import { organisationOf } from "../where.js"
import { AskedOfUs } from "./asked-of-us.js"
import { Review, Today } from "./criteria.js"
import { HubNeed } from "./hub-need.js"
import { Hub } from "./hub.js"
import { More } from "./more.js"
import { Leaving, Proposal, Whereabouts } from "./plans.js"
import { ProposedAlert } from "./proposed-alert.js"

export function Row({ spell, entries, outbox, kase, delay, codes, staff, places, now, can, news, act, current, onFocus }) {
  const its = { spell, kase, codes, now, can, act, entries, outbox }
  return html`<tr class="nhsuk-table__row hw-row" role="row" tabindex=${current ? 0 : -1} data-focus=${spell.id} onFocusIn=${onFocus}>
    <${Cell} name="bed"><span class="hw-bed">${spell.bed}</span><//>
    <${Cell} name="name"><strong>${nameOf(spell.person)}</strong> <span class="hw-quiet">${spell.person?.birth_date ? years(spell.person.birth_date, now) : "age not known"}</span>
      <${Died} person=${spell.person} />
      ${news && html` <span class="hw-news" key=${news}>${news}</span>`}
      <${Whereabouts} spell=${spell} places=${places} now=${now} /><//>
    <${Cell} name="stay" label="Stay">${daysBetween(spell.admitted_at, now)} d<//>
    <${Cell} name="criteria"><${Today} ...${its} /><${Proposal} spell=${spell} can=${can} />
      ${can.review && html`<${Review} spell=${spell} act=${act} />`}<//>
    <${Cell} name="ready" label="Ready since">${readySince(spell, delay, codes, places, now)}<//>
    <${Cell} name="leaving" label="EDD"><${Leaving} ...${its} /><//>
    <${Cell} name="needs" label="Needs the hub?"><${HubNeed} ...${its} /><${ProposedAlert} ...${its} /><//>
    <${Cell} name="asked" label="Asked of us">${kase?.work || kase?.holders ? html`${kase.work && html`<${AskedOfUs} kase=${kase} spell=${spell} now=${now} />`}<${Unanswered} kase=${kase} codes=${codes} now=${now} />` : null}<//>
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

/** Days by the national rule, and nights of all periods; who met the criteria again keeps the nights before. */
function readySince(spell, delay, codes, places, now) {
  const { days, nights } = ready(spell, now)
  if (days === null && !nights) return null
  return html`${spell.ready_date && html`<span class="hw-day">${shortDate(spell.ready_date)}</span> · <span class="hw-day">${days} d</span>`}
    ${nights !== (days ?? 0) && html` <span class="hw-quiet hw-day">${count(nights, "night")} in all</span>`}
    <${WhyStillHere} delay=${delay} codes=${codes} places=${places} us=${organisationOf(spell.ward_id, places)} />`
}
