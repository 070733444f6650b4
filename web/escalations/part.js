/** What is escalated about a case or a stay, as a part of its page; taken on, acted on, settled and raised here. */
import { html, useRef, useState } from "../html.js"
import { Entry } from "./entry.js"
import { RaiseForm } from "./raise.js"
import { inOrder } from "./words.js"

/** `rows` are those to show, `path` where one more is raised, null where none can be; `me` without abilities only reads. */
export function EscalationsPart({ rows, path, store, me, codes, now, refresh }) {
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")
  const heading = useRef(null)

  async function told(words) {
    setProblem("")
    await refresh()
    say(words)
    requestAnimationFrame(() => document.activeElement === document.body && heading.current?.focus())
  }

  const entry = (row) => html`<${Entry} key=${row.id} row=${row} store=${store} me=${me} codes=${codes} now=${now} told=${told} refused=${(words) => (setProblem(words), refresh())} />`
  return html`<section class="hw-part" aria-labelledby="escalations">
    <h2 class="nhsuk-heading-s" id="escalations" tabindex="-1" ref=${heading}>Escalations <span class="hw-count">${rows.length}</span></h2>
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${rows.length === 0 && html`<p class="hw-quiet">Nothing is escalated.</p>`}
    ${rows.length > 0 && html`<ul class="hw-escalations">${[...rows].sort(inOrder).map(entry)}</ul>`}
    ${path && html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Escalate a problem</span></summary>
      <div class="nhsuk-details__text"><${RaiseForm} path=${path} codes=${codes} done=${() => told("Escalated.")} refused=${refresh} /></div>
    </details>`}
  </section>`
}
