/** Field 7: how the person lived before the stay. Of a package it counts whether it is still held. */
import { Checkboxes, Radios } from "../form/choices.js"
import { TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function BeforeField({ codes, ...field }) {
  const its = parts(field, { help: [] })
  const hadPackage = its.form.values.help.some((code) => code.startsWith("package_"))
  return html`
    <${Radios} ...${its} name="lives" label="How did they live?" options=${codes.form.lives} />
    <${Checkboxes} ...${its} name="help" label="What help was there?" options=${codes.form.help} />
    ${hadPackage && html`<div class="hw-pair">
      <${TextInput} ...${its} name="provider" label="Provider" />
      <${TextInput} ...${its} name="held_until" type="date" label="Held until" />
    </div>`}`
}
