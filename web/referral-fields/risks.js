/** Field 11: risks, and how to get in. Whether safeguarding stops leaving is only ever said by somebody. */
import { Checkboxes, Radios } from "../form/choices.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { YES_NO, fromTruth, parts, toTruth } from "./parts.js"

export function RisksField({ codes, ...field }) {
  const its = parts(field, { risks: [] })
  const has = (risk) => its.form.values.risks.includes(risk)
  return html`
    <${Checkboxes} ...${its} name="risks" label="Which risks?" options=${codes.form.risks} />
    ${has("swallowing") && html`<${TextInput} ...${its} name="swallowing" label="Swallowing: which level?" />`}
    ${has("infection") && html`<${TextInput} ...${its} name="infection" label="Which infection?" />`}
    ${has("safeguarding") && html`<${Radios} ...${stopsLeaving(its)} name="safeguarding_stops_leaving" label="Does safeguarding stop leaving?" options=${YES_NO} inline />`}
    <${Select} ...${its} name="access" label="How does somebody get in?" options=${codes.form.access} choose="Not said" />
    <${TextArea} ...${its} name="words" label="In words" hint="Never the code of a key safe" rows="2" />`
}

function stopsLeaving({ id, form }) {
  const name = "safeguarding_stops_leaving"
  return { id, form: { ...form, values: { ...form.values, [name]: fromTruth(form.values[name]) }, set: (_, code) => form.set(name, toTruth(code)) } }
}
