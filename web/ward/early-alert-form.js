/** Tells the hub early that somebody will probably need it: one tap opens this, the next sends it. */
import { html, useLayoutEffect, useRef } from "../html.js"
import { Checkboxes } from "../form/choices.js"
import { Select } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `hub`: the id of the one chosen at first, or "". `onTold()`. */
export function EarlyAlertForm({ spell, codes, hubs, hub, onTold, onClose }) {
  const caseId = useRef(newId())
  const form = useForm({
    initial: { hub_id: hub, likely: [] },
    check: (values) => missing(values, { hub_id: "Choose the hub of the person's home" }),
    send: (values) => put(`/cases/${caseId.current}/early-alert`, { spell_id: spell.id, ...values }),
    done: onTold,
  })
  // The second tap is the button's: likely needs are known only sometimes.
  useLayoutEffect(() => void (form.values.hub_id && form.box.current.querySelector("[type=submit]").focus()), [])
  const its = { form, id: "alert" }
  const name = hubs.find(({ code }) => code === form.values.hub_id)?.words
  return html`<${Dialog} title=${`Tell the hub early about ${nameOf(spell.person)}`} onClose=${onClose}>
    <p class="hw-quiet">Bed ${spell.bed}. The hub sees that they will probably be needed${hubs.length === 1 && name ? `: ${name}` : ""}. You refer later, when more is known.</p>
    <${Form} ...${its} action="Tell the hub" onCancel=${onClose}>
      ${hubs.length !== 1 && html`<${Select} ...${its} name="hub_id" label="Care transfer hub" options=${hubs} />`}
      <details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Likely needs (optional)</span></summary>
        <div class="nhsuk-details__text"><${Checkboxes} ...${its} name="likely" label="What will they probably need?" options=${codes.needs} /></div>
      </details>
    <//>
  <//>`
}
