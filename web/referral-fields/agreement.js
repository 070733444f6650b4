/** Field 4: what the person said to being referred and to sharing, and how to speak with them. */
import { Checkboxes, Radios } from "../form/choices.js"
import { TextArea, TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function AgreementField({ codes, ...field }) {
  const its = parts(field, { accessible: [] })
  return html`
    <${Radios} ...${its} name="agrees" label="Have they been told, and do they agree?" options=${codes.form.agrees} />
    ${its.form.values.agrees === "does_not_agree" && html`<${TextArea} ...${its} name="why" label="Why do they not agree?" rows="2" />`}
    <${TextInput} ...${its} name="language" label="Interpreter: which language?" hint="Leave empty if none is needed" />
    <${Checkboxes} ...${its} name="accessible" label="What do they need to read and hear us?" options=${codes.form.accessible} />`
}
