/** Says that somebody waits in the discharge lounge, or is back in a bed from there or from the virtual ward. */
import { html } from "../html.js"
import { DateAndTime } from "../form/date-time.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { localDate, localTime } from "../time.js"
import { BedField, bedOf, checkBed } from "./bed-field.js"
import { Dialog } from "./dialog.js"
import { momentOf } from "./moment.js"

/** `onSaid()`. */
export function LoungeForm({ spell, serverTime, onSaid, onClose }) {
  const now = serverTime()
  const form = useForm({
    initial: { at: localDate(now), time: localTime(now), offered: now },
    check: (values) => missing(values, { at: "Give the date they went", time: "Give the time they went" }),
    send: (values) => put(`/spells/${spell.id}/lounge`, { at: atOf(values) }),
    done: onSaid,
  })
  const its = { form, id: "lounge" }
  return html`<${Dialog} title=${`${nameOf(spell.person)} goes to the discharge lounge`} onClose=${onClose}>
    <p class="hw-quiet">They are still in hospital and stay on this list until they leave.</p>
    <${Form} ...${its} action="Record the lounge" onCancel=${onClose}>
      <${DateAndTime} ...${its} date="at" time="time" label="When did they go?" />
    <//>
  <//>`
}

/** `here`: {id, beds, spells}. Who was in the lounge has their bed still; from the virtual ward a bed is chosen. `onSaid()`. */
export function OnWardForm({ spell, here, serverTime, onSaid, onClose }) {
  const now = serverTime()
  const chosen = spell.stage === "virtual_ward"
  const form = useForm({
    initial: { bed: "", place: "", at: localDate(now), time: localTime(now), offered: now },
    check: (values) => [...(chosen ? checkBed(values, here.beds) : []), ...missing(values, { at: "Give the date they came back", time: "Give the time they came back" })],
    send: (values) => put(`/spells/${spell.id}/back-on-ward`, { at: atOf(values), ...(chosen && { ward_id: here.id, bed: bedOf(values, here.beds) }) }),
    done: onSaid,
  })
  const its = { form, id: "on-ward" }
  return html`<${Dialog} title=${`${nameOf(spell.person)} is back on the ward`} onClose=${onClose}>
    <p class="hw-quiet">${chosen ? `They were in bed ${spell.bed} before.` : `They have bed ${spell.bed}. If it is another one now, move them afterwards.`}</p>
    <${Form} ...${its} action="Record that they are back" onCancel=${onClose}>
      ${chosen && html`<${BedField} ...${its} beds=${here.beds} spells=${here.spells} />`}
      <${DateAndTime} ...${its} date="at" time="time" label="When did they come back?" />
    <//>
  <//>`
}

const atOf = ({ at, time, offered }) => momentOf(at, time, offered)
