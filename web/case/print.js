/** What a printed case carries: whose it is, and when and by whom it was printed, at the head of each sheet. */
import { html, useEffect } from "../html.js"
import { nameOf } from "../names.js"
import { nhsNumber } from "../nhs-number.js"
import { localTime, longDate, shortDate } from "../time.js"

export const PrintButton = () => html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small hw-print-button" type="button" onClick=${() => print()}>Print</button>`

/** The head of the first sheet; a property of the page holds the same for the margin of the sheets after it. */
export function PrintHead({ details: { person, known_at: knownAt }, me, now }) {
  const whose = `${nameOf(person)} · born ${person?.birth_date ? longDate(person.birth_date) : "not known"} · NHS number ${nhsNumber(person).replace("Not", "not")}`
  const printed = `Printed ${moment(now)} by ${me.name}${knownAt ? `, as known at ${moment(knownAt)}` : ""}`
  useEffect(() => document.documentElement.style.setProperty("--hw-printed", JSON.stringify(`${whose} · ${printed}`)), [whose, printed])
  return html`<div class="hw-print-head" aria-hidden="true"><span>${whose}</span> <span>${printed}</span></div>`
}

const moment = (at) => `${shortDate(at)} ${localTime(at)}`
