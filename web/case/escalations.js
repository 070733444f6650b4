/** What is escalated about this case and its stay; taken on, acted on, settled and raised here. */
import { Form } from "../form/form.js"
import { Select, TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { Entry } from "../escalations/entry.js"
import { inOrder } from "../escalations/words.js"
import { html, useRef, useState } from "../html.js"
import { put } from "../http.js"
import { may } from "../session.js"
import { useSentId } from "./use-sent-id.js"

const EMPTY = { words: "", level: "L2", ladder: "ward" }

export function Escalations({ details, store, me, codes, now, refresh }) {
  const { escalations, case: kase, known_at: knownAt } = details
  const [said, say] = useState("")
  const [problem, setProblem] = useState("")
  const heading = useRef(null)
  const can = may(me, "raise_escalation") && !knownAt && kase.stage !== "closed"
  if (escalations.length === 0 && !can) return null

  async function told(words) {
    setProblem("")
    await refresh()
    say(words)
    requestAnimationFrame(() => document.activeElement === document.body && heading.current?.focus())
  }

  const entry = (row) => html`<${Entry} key=${row.id} row=${row} store=${store} me=${knownAt ? NOBODY : me} codes=${codes} now=${now} told=${told} refused=${(words) => (setProblem(words), refresh())} />`
  return html`<section class="hw-part" aria-labelledby="escalations">
    <h2 class="nhsuk-heading-s" id="escalations" tabindex="-1" ref=${heading}>Escalations <span class="hw-count">${escalations.length}</span></h2>
    <p class="hw-done" role="status">${said}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${escalations.length === 0 && html`<p class="hw-quiet">Nothing is escalated.</p>`}
    ${escalations.length > 0 && html`<ul class="hw-escalations">${[...escalations].sort(inOrder).map(entry)}</ul>`}
    ${can && html`<${RaiseEscalation} caseId=${kase.id} codes=${codes} done=${() => told("Escalated.")} refused=${refresh} />`}
  </section>`
}

const NOBODY = { may: [] }

function RaiseEscalation({ caseId, codes, done, refused }) {
  const sentId = useSentId()
  const form = useForm({
    initial: EMPTY,
    check: (values) => missing(values, { words: "Say what the problem is", ladder: "Choose whose ladder", level: "Choose a level" }),
    send: (values) => put(`/cases/${caseId}/escalations/${sentId(values)}`, values),
    done: async () => (form.setValues(EMPTY), sentId(null), await done()),
    refused,
  })
  return html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Escalate a problem</span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id="escalation" action="Escalate it">
      <${TextArea} form=${form} id="escalation" name="words" label="What is the problem?" hint="Whoever is asked to act reads this. A service that has not confirmed does not know who the person is: name nobody." />
      <${Select} form=${form} id="escalation" name="ladder" label="Whose is it?" options=${codes.ladders} />
      <${Select} form=${form} id="escalation" name="level" label="Who is to act?" options=${codes.escalation_levels} />
    <//></div>
  </details>`
}
