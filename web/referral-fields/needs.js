/** Field 9: what the person needs, never a package. */
import { Checkboxes } from "../form/choices.js"
import { TextArea, TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function NeedsField({ codes, ...field }) {
  const its = parts(field, { needs: [], nursing: [] })
  const has = (need) => its.form.values.needs.includes(need)
  return html`
    <${Checkboxes} ...${its} name="needs" label="What do they need?" options=${codes.form.needs} />
    ${has("nursing_task") && html`<${Checkboxes} ...${its} name="nursing" label="Which nursing tasks?" options=${codes.form.nursing} />`}
    ${has("weight_bearing_limit") && html`<${TextInput} ...${its} name="weight_bearing_until" type="date" label="Weight-bearing limit until" />`}
    <${TextArea} ...${its} name="words" label="In words" rows="2" />`
}
