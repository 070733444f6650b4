/** Escalates a problem of somebody on the ward, whether the hub has a case or not. */
import { RaiseForm } from "../escalations/raise.js"
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

export const EscalateForm = ({ spell, codes, onRaised, onClose }) => html`<${Dialog} title=${`Escalate a problem: ${nameOf(spell.person)}`} onClose=${onClose}>
  <${RaiseForm} path=${`/spells/${spell.id}`} codes=${codes} done=${onRaised} onCancel=${onClose} />
<//>`
