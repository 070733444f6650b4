/** Raise a task by hand: work that no template foresees. */
import { DateAndTime } from "../form/date-time.js"
import { Form } from "../form/form.js"
import { Checkboxes } from "../form/choices.js"
import { Select, TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"
import { instantOf } from "../time.js"
import { useSentId } from "./use-sent-id.js"

const EMPTY = { words: "", owner: "hospital", role: "ward_nurse", kind: "should", precedes: "", about: [], date: "", time: "" }
const ABOUT = [{ code: "funding", words: "It settles the money, without which nothing starts" }]

export function RaiseTask({ caseId, codes, done, refused }) {
  const sentId = useSentId()
  const form = useForm({
    initial: EMPTY,
    check: (values) => missing(values, { words: "Say what is to be done", owner: "Say whose it is", role: "Say who is to do it", kind: "Choose stop, should or after" }),
    send: ({ date, time, precedes, about, ...values }) => {
      const task = { ...values, precedes: precedes || null, funding: about.includes("funding"), due_at: instantOf(date, time) }
      return put(`/cases/${caseId}/tasks/${sentId(task)}`, task)
    },
    done: async () => (form.setValues(EMPTY), sentId(null), await done()),
    refused,
  })
  return html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Raise a task</span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id="task" action="Raise the task">
      <${TextArea} form=${form} id="task" name="words" label="What is to be done?" />
      <${Select} form=${form} id="task" name="owner" label="Whose is it?" options=${codes.task_owners} />
      <${Select} form=${form} id="task" name="role" label="Who is to do it?" options=${codes.task_roles} />
      <${Select} form=${form} id="task" name="kind" label="Does it stop anything?" hint="A stop must be done before the step, a should ought to be; an after comes once they have left." options=${codes.task_kinds} />
      <${Select} form=${form} id="task" name="precedes" label="Before what?" choose="Before nothing in particular" options=${codes.task_steps} />
      <${Checkboxes} form=${form} id="task" name="about" label="Money" hint="Until it is done, the person waits for funding." options=${ABOUT} />
      <${DateAndTime} form=${form} id="task" date="date" time="time" label="Due, if it is" />
    <//></div>
  </details>`
}
