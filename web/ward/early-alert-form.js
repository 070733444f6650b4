/** Tells the hub early that somebody will probably need it: one tap opens this, the next sends it. The hub is that of their home. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../html.js"
import { Checkboxes } from "../form/choices.js"
import { Select } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { hubOfHome, readRouting } from "../home/hub-of-home.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `onTold()`. */
export function EarlyAlertForm({ spell, hubs, onClose, ...its }) {
  const [byHome, found] = useState(null)
  useEffect(() => void readRouting(spell.id).then((routing) => found(hubOfHome(routing, hubs, ""))), [])
  return html`<${Dialog} title=${`Tell the hub early about ${nameOf(spell.person)}`} onClose=${onClose}>
    ${byHome ? html`<${Alert} ...${its} spell=${spell} hubs=${hubs} ...${byHome} onClose=${onClose} />` : html`<p class="hw-quiet" role="status">Looking where their home belongs…</p>`}
  <//>`
}

/** `hub`: the id of the one chosen at first, or ""; `words` say why. */
function Alert({ spell, codes, hubs, hub, words, onTold, onClose }) {
  const caseId = useRef(newId())
  const form = useForm({
    initial: { hub_id: hub, likely: [] },
    check: (values) => missing(values, { hub_id: "Choose the hub of the person's home" }),
    send: (values) => put(`/cases/${caseId.current}/early-alert`, { spell_id: spell.id, ...values }),
    done: onTold,
  })
  // The second tap is the button's: likely needs are known only sometimes.
  useLayoutEffect(() => form.box.current.querySelector(hub ? "[type=submit]" : "select").focus(), [])
  const its = { form, id: "alert" }
  const given = hubs.length === 1 && hub
  return html`
    <p class="hw-quiet">Bed ${spell.bed}. The hub sees that they will probably be needed${given ? `: ${hubs[0].words}` : ""}. You refer later, when more is known.</p>
    ${given && words && html`<p class="hw-notice">${words}</p>`}
    <${Form} ...${its} action="Tell the hub" onCancel=${onClose}>
      ${!given && html`<${Select} ...${its} name="hub_id" label="Care transfer hub" hint=${words} options=${hubs} />`}
      <details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Likely needs (optional)</span></summary>
        <div class="nhsuk-details__text"><${Checkboxes} ...${its} name="likely" label="What will they probably need?" options=${codes.needs} /></div>
      </details>
    <//>`
}
