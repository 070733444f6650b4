/** What was decided for somebody who lacks capacity for it: about which decision, by whom, and who was consulted. */
import { html, useEffect, useState } from "../../html.js"
import { Form } from "../../form/form.js"
import { TextArea, TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { BestInterestsWords } from "../best-interests-words.js"
import { Theirs } from "../move.js"

export function BestInterests({ details, done, refused }) {
  const named = details.referral?.form.capacity?.decision ?? null
  const [about, setAbout] = useState(named)
  const form = useForm({
    initial: fill(details.best_interests),
    check: (values) => missing(values, REQUIRED),
    send: (values) => put(`/cases/${details.case.id}/best-interests`, { ...values, about }, basis.etag),
    done,
    refused,
  })
  const basis = useBasis(form, details.best_interests, fill)
  const its = { form, id: "best-interests" }
  // While nothing is typed it follows the referral; once typing has begun another decision is not taken for this one.
  useEffect(() => void (form.touched || setAbout(named)), [named, form.touched])
  return html`<${Form} form=${form} id="best-interests" action="Record the decision">
    <${Theirs} basis=${basis}><${BestInterestsWords} decided=${basis.theirs} /><//>
    <${About} about=${about} named=${named} follow=${() => setAbout(named)} />
    <${TextArea} ...${its} name="decision" label="What was decided in their best interests?" rows="2" />
    <${TextInput} ...${its} name="decided_by" label="Who decided?" hint="Name and role" />
    <${TextArea} ...${its} name="consulted" label="Who was consulted?" hint="Family, attorney, advocate, those who care for them" rows="2" />
  <//>`
}

/** Which decision is settled: the one that the referral names. */
function About({ about, named, follow }) {
  if (!named) return html`<p class="hw-notice">The referral does not say which decision they lack capacity for. Name it there first, under Capacity.</p>`
  return html`<p>This settles: <strong>${about ?? named}</strong></p>
    ${about !== named && html`<div class="hw-notice" role="group" aria-label="Another decision is named">
      <p><strong>The referral names another decision by now:</strong> ${named}</p>
      <button class="hw-link" type="button" onClick=${follow}>What I typed is about that one</button>
    </div>`}`
}

const REQUIRED = {
  decision: "Say what was decided",
  decided_by: "Say who decided",
  consulted: "Say who was consulted",
}

/** What was decided about another decision says nothing about this one. */
const fill = (decided) => ({
  decision: (decided?.settles && decided.decision) || "",
  decided_by: decided?.decided_by ?? "",
  consulted: decided?.consulted ?? "",
})
