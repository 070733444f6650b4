/** The ward refers a person to a hub. What was typed stays until it is sent, also when the form is closed meanwhile. */
import { html, useLayoutEffect, useRef } from "../html.js"
import { Form } from "../form/form.js"
import { Select } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"
import { Needs, checkNeeds } from "./needs.js"

const drafts = new Map()

/** `onSent(receipt)` when the hub has it. */
export function ReferralForm({ spell, codes, hubs, onSent, onClose }) {
  const draft = drafts.get(spell.id) ?? { case_id: newId(), hub_id: hubs.length === 1 ? hubs[0].code : "", needs: [], words: "" }
  const form = useForm({
    initial: draft,
    check: (values) => [...checkNeeds(values), ...missing(values, { hub_id: "Choose the hub of the person's home" })],
    send: ({ case_id: caseId, ...values }) => put(`/cases/${caseId}/referral`, { spell_id: spell.id, ...values }),
    done: (receipt) => (drafts.delete(spell.id), (sent.current = true), onSent(receipt)),
  })
  const sent = useRef(false)
  useLayoutEffect(() => void (sent.current || drafts.set(spell.id, form.values)), [form.values])
  return html`<${Dialog} title=${`Refer ${nameOf(spell.person)}`} onClose=${onClose}>
    <p class="hw-quiet">Bed ${spell.bed}. Describe needs; the hub decides the pathway and finds the service.</p>
    <${Form} form=${form} id="refer" action="Refer to the hub" onCancel=${onClose}>
      <${Needs} form=${form} id="refer" codes=${codes} />
      <${Select} form=${form} id="refer" name="hub_id" label="Care transfer hub" options=${hubs} />
    <//>
  <//>`
}
