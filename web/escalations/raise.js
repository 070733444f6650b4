/** A problem in words, on whose ladder and at which level: raised on a case, or on a stay in hospital. */
import { useSentId } from "../case/use-sent-id.js"
import { Form } from "../form/form.js"
import { Select, TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"

const EMPTY = { words: "", level: "L2", ladder: "ward" }

/** `path` is the case's or the stay's. */
export function RaiseForm({ path, codes, done, refused, onCancel }) {
  const sentId = useSentId()
  const form = useForm({
    initial: EMPTY,
    check: (values) => missing(values, { words: "Say what the problem is", ladder: "Choose whose ladder", level: "Choose a level" }),
    send: (values) => put(`${path}/escalations/${sentId(values)}`, values),
    done: async () => (form.setValues(EMPTY), sentId(null), await done()),
    refused,
  })
  return html`<${Form} form=${form} id="escalation" action="Escalate it" onCancel=${onCancel}>
    <${TextArea} form=${form} id="escalation" name="words" label="What is the problem?" hint="Whoever is asked to act reads this. A service that has not confirmed does not know who the person is: name nobody." />
    <${Select} form=${form} id="escalation" name="ladder" label="Whose is it?" options=${codes.ladders} />
    <${Select} form=${form} id="escalation" name="level" label="Who is to act?" options=${codes.escalation_levels} />
  <//>`
}
