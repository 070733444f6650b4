/** What a printed case carries: whose it is, and when and by whom it was printed, at the head of each sheet. */
import { html, useEffect } from "../html.js"
import { nameOf } from "../names.js"
import { localTime, longDate, shortDate } from "../time.js"

export const PrintButton = () => html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small hw-print-button" type="button" onClick=${() => print()}>Print</button>`

/** The head of the first sheet; a property of the page holds the same for the margin of the sheets after it. */
export function PrintHead({ details: { person, known_at: knownAt }, me, now }) {
  const number = person?.nhs_number?.replace(/(\d{3})(\d{3})(\d{4})/, "$1 $2 $3") ?? "not known"
  const whose = `${nameOf(person)} · born ${person?.birth_date ? longDate(person.birth_date) : "not known"} · NHS number ${number}`
  const printed = `Printed ${moment(now)} by ${me.name}${knownAt ? `, as known at ${moment(knownAt)}` : ""}`
  useEffect(() => document.documentElement.style.setProperty("--hw-printed", JSON.stringify(`${whose} · ${printed}`)), [whose, printed])
  return html`<div class="hw-print-head" aria-hidden="true"><span>${whose}</span> <span>${printed}</span></div>`
}

const moment = (at) => `${shortDate(at)} ${localTime(at)}`
