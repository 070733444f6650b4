/** What services of each kind still need before they can accept, so that nobody asks them too early. */
import { html } from "../html.js"

export function Gaps({ gaps }) {
  if (!gaps?.length) return null
  return html`<section class="hw-part hw-gaps-now" aria-labelledby="gaps">
    <h2 class="nhsuk-heading-s" id="gaps">What services still need</h2>
    ${gaps.filter(({ needed }) => needed).map(({ kind, missing }) => html`<details class="nhsuk-details" key=${kind}>
      <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${KINDS[kind]}: ${missing.length ? `${missing.length} not answered` : "nothing"}</span></summary>
      <div class="nhsuk-details__text"><ul>${missing.map(({ link_id: linkId, text }) => html`<li key=${linkId}>${text}</li>`)}</ul></div>
    </details>`)}
  </section>`
}

const KINDS = { home: "Care at home", bed: "A bed", care_home: "A care home" }
