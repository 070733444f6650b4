/** 9, 10 and 11: needs, mind and behaviour, risks. The ward describes; the hub turns it into a package. */
import { html } from "../../html.js"
import { Checkboxes, Radios } from "../../form/choices.js"
import { TextArea, TextInput } from "../../form/fields.js"
import { asks } from "../answers.js"

const YES_NO = [{ code: "yes", words: "Yes" }, { code: "no", words: "No" }]

export function Needs({ codes, ...its }) {
  const values = its.form.values
  return html`
    <${Checkboxes} ...${its} name="needs.needs" label="What do they need?" options=${codes.needs} />
    ${asks(values, "needs.nursing") && html`<${Checkboxes} ...${its} name="needs.nursing" label="Which nursing tasks?" options=${codes.nursing} />`}
    ${asks(values, "needs.weight_bearing_until") && html`<${TextInput} ...${its} name="needs.weight_bearing_until" type="date" label="Weight-bearing limit until" />`}
    <${TextArea} ...${its} name="needs.words" rows="2" label="What the list does not say (optional)" />`
}

export const MindAndBehaviour = ({ codes, ...its }) => html`
  <${Checkboxes} ...${its} name="mind_and_behaviour.items" label="What was seen?" options=${codes.mind} />
  <${TextArea} ...${its} name="mind_and_behaviour.words" rows="2" label="What brings it on, and what helps (optional)" />`

export function Risks({ codes, ...its }) {
  const values = its.form.values
  return html`
    <${Checkboxes} ...${its} name="risks.risks" label="Which risks?" options=${codes.risks} />
    ${asks(values, "risks.swallowing") && html`<${TextInput} ...${its} name="risks.swallowing" label="Which food and fluids (IDDSI)?" />`}
    ${asks(values, "risks.infection") && html`<${TextInput} ...${its} name="risks.infection" label="Which infection, isolated until when?" />`}
    ${asks(values, "risks.safeguarding_stops_leaving") && html`<${Radios} ...${its} name="risks.safeguarding_stops_leaving" label="Does the safeguarding concern stop them leaving?" options=${YES_NO} inline />`}
    <${Radios} ...${its} name="risks.access" label="How does somebody get in?" hint="Never write down the code of a key safe" options=${codes.access} inline />
    <${TextArea} ...${its} name="risks.words" rows="2" label="More about the risks (optional)" />`
}
