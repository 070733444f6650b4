/** What a file would change, with the button that loads it; afterwards, what it changed. */
import { html } from "../html.js"
import { Form } from "../form/form.js"
import { count } from "../ready.js"
import { Faults } from "./file.js"

export function Outcome({ changes, loaded, heading, form }) {
  const { added, changed, ended, unchanged, left_out } = changes
  const more = added + changed + ended - changes.changes.length
  const counts = [[added, "added"], [changed, "changed"], [ended, "ended"], [unchanged, "as they stand here"], [left_out, "not in the file, and left as they are"]]
  return html`<section aria-labelledby="reference-outcome">
    <h2 class="nhsuk-heading-s hw-step" id="reference-outcome" tabindex="-1" ref=${heading}>${loaded ? "What was loaded" : "What would change"}</h2>
    <ul class="hw-counts">${counts.map(([number, words]) => html`<li key=${words} class="hw-count"><strong>${number}</strong> ${words}</li>`)}</ul>
    ${changes.changes.length > 0 && html`<ul class="nhsuk-list nhsuk-list--bullet">${changes.changes.map((words) => html`<li key=${words}>${words}</li>`)}</ul>`}
    ${more > 0 && html`<p>… and ${more} more.</p>`}
    ${!loaded && added + changed + ended === 0 && html`<p>Nothing would change: all of it stands here already.</p>`}
    ${!loaded && added + changed + ended > 0 && html`<${Form} form=${form} id="reference-doing" action=${`Load ${count(added + changed + ended, "change")}`} />
      <${Faults} problem=${form.problem} />`}
  </section>`
}
