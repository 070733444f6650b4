/** Facts as a summary list: [[name, value]]; what has no value is left out. */
import { html } from "../html.js"

export function Facts({ facts }) {
  return html`<dl class="nhsuk-summary-list hw-facts">
    ${facts.filter(([, value]) => value).map(([name, value]) => html`<div class="nhsuk-summary-list__row">
      <dt class="nhsuk-summary-list__key">${name}</dt>
      <dd class="nhsuk-summary-list__value">${value}</dd>
    </div>`)}
  </dl>`
}
