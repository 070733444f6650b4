/** Field 12: the carer, asked and never assumed; who knows the person best; whom the plan waits for. */
import { Radios } from "../form/choices.js"
import { Select, TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { YES_NO, fromTruth, parts, toTruth } from "./parts.js"

export function PeopleField({ codes, ...field }) {
  const its = parts(field)
  return html`
    <div class="hw-pair"><${TextInput} ...${its} name="carer" label="Carer" /><${TextInput} ...${its} name="carer_phone" type="tel" label="Phone" /></div>
    <${Radios} ...${its} name="carer_willing" label="Is the carer willing?" hint="Ask; never assume" options=${codes.form.willing} inline />
    <${TextInput} ...${its} name="knows_best" label="Who on the ward knows them best?" hint="Name, role, bleep" />
    <${TextInput} ...${its} name="therapist_seen_on" type="date" label="Therapist seen on" />
    <${Waits} ...${its} name="waits_for_therapy" label="Waits for therapy?" />
    <${Waits} ...${its} name="waits_for_medical_review" label="Waits for medical review?" />`
}

function Waits({ form, name, ...field }) {
  const asked = { ...form, values: { [name]: fromTruth(form.values[name]) }, set: (_, code) => form.set(name, toTruth(code)) }
  return html`<${Select} form=${asked} name=${name} ...${field} options=${YES_NO} choose="Not said" />`
}
