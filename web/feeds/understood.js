/** What was understood: the message, each person it tells of, and what was doubtful. */
import { Facts } from "../case/facts.js"
import { html } from "../html.js"

export const Understood = ({ parts, warnings }) => html`<section class="hw-part hw-message__understood" aria-labelledby="understood">
  <h2 class="nhsuk-heading-s" id="understood">As it was understood</h2>
  ${parts.map(({ title, facts }) => html`<h3 class="nhsuk-heading-xs">${title}</h3>
    <${Facts} facts=${facts.map(({ label, value }) => [label, value])} />`)}
  ${warnings.length > 0 && html`<h3 class="nhsuk-heading-xs">Doubts</h3>
    <ul>${warnings.map(({ code, words }) => html`<li key=${code}>${words}</li>`)}</ul>`}
</section>`
