/** What a printed case begins with: when and by whom it was printed, and the identity that every sheet must carry. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { localTime, longDate, shortDate } from "../time.js"

export const PrintButton = () => html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small hw-print-button" type="button" onClick=${() => print()}>Print</button>`

/** Stands at the head of each sheet. */
export function PrintHead({ details: { person, known_at: knownAt }, me, now }) {
  const number = person?.nhs_number?.replace(/(\d{3})(\d{3})(\d{4})/, "$1 $2 $3") ?? "not known"
  return html`<div class="hw-print-head" aria-hidden="true">
    <span>${nameOf(person)} · born ${person?.birth_date ? longDate(person.birth_date) : "not known"} · NHS number ${number}</span>
    <span>Printed ${shortDate(now)} ${localTime(now)} by ${me.name}${knownAt && `, as known at ${shortDate(knownAt)} ${localTime(knownAt)}`}</span>
  </div>`
}
