/** The heading of a step, which takes the focus, and where it stands among the three. */
import { html } from "../html.js"

export const Title = ({ heading, step, words, children }) => html`<div class="hw-title">
  <h1 class="nhsuk-heading-m hw-step" tabindex="-1" ref=${heading}>${words}</h1>
  ${step && html`<p class="hw-quiet">Step ${step} of 3</p>`}
  ${children}
</div>`
