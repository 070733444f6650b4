/** Field 5: capacity for one decision, and who may decide with or for the person. */
import { Checkboxes, Radios } from "../form/choices.js"
import { TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function CapacityField({ codes, ...field }) {
  const its = parts(field, { representatives: [] })
  return html`
    <${Radios} ...${its} name="state" label="Can they make this decision?" options=${codes.form.capacity} />
    <${TextInput} ...${its} name="decision" label="Which decision?" hint="For example: where to live after hospital" />
    <${Checkboxes} ...${its} name="representatives" label="Who speaks for them?" options=${codes.form.representatives} />
    <${TextInput} ...${its} name="who" label="Name and how to reach them" />`
}
