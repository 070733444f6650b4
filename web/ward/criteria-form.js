/** Which criteria to reside the person meets today. */
import { html } from "../html.js"
import { Checkboxes } from "../form/choices.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `onMeets(criteria)` with at least one code. */
export function CriteriaForm({ spell, codes, onMeets, onClose }) {
  const form = useForm({
    initial: { criteria: spell.criteria_met },
    check: (values) => missing(values, { criteria: "Choose at least one" }),
    send: async ({ criteria }) => onMeets(criteria),
    done: onClose,
  })
  return html`<${Dialog} title=${`${spell.bed} ${nameOf(spell.person)} meets criteria to reside`} onClose=${onClose}>
    <${Form} form=${form} id="meets" action="Meets these today" onCancel=${onClose}>
      <${Checkboxes} form=${form} id="meets" name="criteria" label="Which?" options=${codes.criteria} />
    <//>
  <//>`
}
