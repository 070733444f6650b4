/** Field 10: mind and behaviour. */
import { Checkboxes } from "../form/choices.js"
import { TextArea } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function MindField({ codes, ...field }) {
  const its = parts(field, { items: [] })
  return html`
    <${Checkboxes} ...${its} name="items" label="What was seen?" options=${codes.form.mind} />
    <${TextArea} ...${its} name="words" label="In words" rows="2" />`
}
