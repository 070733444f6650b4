/** Field 1: where the person is going to. */
import { Radios } from "../form/choices.js"
import { TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function DestinationField({ codes, ...field }) {
  const its = parts(field)
  return html`
    <${Radios} ...${its} name="going_to" label="Where are they going to?" options=${codes.form.going_to} />
    <${TextInput} ...${its} name="words" label="Address, or where to go next" hint="Only where it is not their usual home" />`
}
