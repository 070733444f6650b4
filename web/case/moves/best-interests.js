/** What was decided for somebody who lacks capacity for it, by whom, and who was consulted. */
import { html } from "../../html.js"
import { Form } from "../../form/form.js"
import { TextArea, TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { BestInterestsWords } from "../best-interests-words.js"
import { Theirs } from "../move.js"

export function BestInterests({ details, done, refused }) {
  const form = useForm({
    initial: fill(details.best_interests),
    check: (values) => missing(values, REQUIRED),
    send: (values) => put(`/cases/${details.case.id}/best-interests`, values, basis.etag),
    done,
    refused,
  })
  const basis = useBasis(form, details.best_interests, fill)
  const its = { form, id: "best-interests" }
  return html`<${Form} form=${form} id="best-interests" action="Record the decision">
    <${Theirs} basis=${basis}><${BestInterestsWords} decided=${basis.theirs} /><//>
    <${TextArea} ...${its} name="decision" label="What was decided in their best interests?" rows="2" />
    <${TextInput} ...${its} name="decided_by" label="Who decided?" hint="Name and role" />
    <${TextArea} ...${its} name="consulted" label="Who was consulted?" hint="Family, attorney, advocate, those who care for them" rows="2" />
  <//>`
}

const REQUIRED = {
  decision: "Say what was decided",
  decided_by: "Say who decided",
  consulted: "Say who was consulted",
}

const fill = (decided) => ({
  decision: decided?.decision ?? "",
  decided_by: decided?.decided_by ?? "",
  consulted: decided?.consulted ?? "",
})
