/** The message as it came: always text, each segment on a line of its own, in a box that scrolls by itself. */
import { html } from "../html.js"

export const Raw = ({ lines }) => html`<section class="hw-part hw-message__raw" aria-labelledby="raw">
  <h2 class="nhsuk-heading-s" id="raw">As it came</h2>
  <pre class="hw-raw" tabindex="0" role="group" aria-labelledby="raw">${lines.map((line) => html`<code class="hw-raw__line"><b>${line.slice(0, 3)}</b>${line.slice(3)}${"\n"}</code>`)}</pre>
</section>`
