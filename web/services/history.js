/** What the service said and what was kept of it, the latest first. */
import { html } from "../html.js"
import { slot } from "../time.js"

export const History = ({ lines, now }) => html`<section class="hw-says" aria-labelledby="history">
  <h2 class="nhsuk-heading-s" id="history">History</h2>
  <ol class="hw-history">${lines.map((line) => html`<li key=${line.position}>
    <time datetime=${line.at}>${slot(line.at, now)}</time> ${line.words} <span class="hw-quiet">${line.by}</span>
  </li>`)}</ol>
</section>`
