/** Says on which day somebody is expected to leave; an empty day takes back what was said. */
import { html } from "../html.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `onSaid({expectedOn})`. */
export function ExpectedDischargeForm({ spell, onSaid, onClose }) {
  const form = useForm({
    initial: { expected_on: spell.expected_discharge ?? "" },
    send: (values) => put(`/spells/${spell.id}/expected-discharge`, { expected_on: values.expected_on || null }),
    done: () => onSaid({ expectedOn: form.values.expected_on }),
  })
  const its = { form, id: "expected" }
  return html`<${Dialog} title=${`When is ${nameOf(spell.person)} expected to leave?`} onClose=${onClose}>
    <p class="hw-quiet">Bed ${spell.bed}. This is the expected date of discharge. It is not the day since when they are ready, nor the slot that the hub agrees.</p>
    <${Form} ...${its} action="Save" onCancel=${onClose}>
      <${TextInput} ...${its} name="expected_on" type="date" label="Expected date" hint="Leave it empty if no day is expected any longer" />
    <//>
  <//>`
}
