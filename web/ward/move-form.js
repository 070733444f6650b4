/** Says that somebody went to another bed, here or on another ward. */
import { html } from "../html.js"
import { DateAndTime } from "../form/date-time.js"
import { Select } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { localDate, localTime, slot } from "../time.js"
import { BedField, bedOf, checkBed, useSpellsOn } from "./bed-field.js"
import { Dialog } from "./dialog.js"
import { momentOf } from "./moment.js"

/** `here`: {id, spells}. `wards`: [{id, name, beds}], this one among them. `onMoved({receipt, ward, bed})`. */
export function MoveForm({ spell, here, wards, serverTime, onMoved, onClose }) {
  const now = serverTime()
  const bedsOn = (id) => wards.find((ward) => ward.id === id)?.beds.filter((bed) => id !== spell.ward_id || bed !== spell.bed) ?? []
  const form = useForm({
    initial: { ward_id: here.id, bed: "", place: "", at: localDate(now), time: localTime(now), offered: now },
    check: (values) => [...missing(values, { ward_id: "Choose the ward" }), ...checkBed(values, bedsOn(values.ward_id)), ...checkTime(values, spell, now)],
    send: (values) => put(`/spells/${spell.id}/bed`, body(values, bedsOn(values.ward_id))),
    done: (receipt) => onMoved({ receipt, ward: wards.find(({ id }) => id === form.values.ward_id), bed: bedOf(form.values, beds) }),
  })
  const beds = bedsOn(form.values.ward_id)
  const spells = useSpellsOn(form.values.ward_id, here)
  const its = { form, id: "move" }
  const toWard = { ...form, set: (name, value) => (form.set(name, value), form.set("bed", "")) }
  return html`<${Dialog} title=${`Move ${nameOf(spell.person)}`} onClose=${onClose}>
    <p class="hw-quiet">Now in bed ${spell.bed}.</p>
    <${Form} ...${its} action="Move" onCancel=${onClose}>
      <${Select} form=${toWard} id="move" name="ward_id" label="Ward" options=${wards.map(({ id, name }) => ({ code: id, words: name }))} />
      <${BedField} ...${its} beds=${beds} spells=${spells} />
      <${DateAndTime} ...${its} date="at" time="time" label="When did they move?" />
    <//>
  <//>`
}

const atOf = ({ at, time, offered }) => momentOf(at, time, offered)

const body = (values, beds) => ({ ward_id: values.ward_id, bed: bedOf(values, beds), at: atOf(values) })

/** News from before the admission would be kept and move nobody. */
function checkTime(values, spell, now) {
  const empty = missing(values, { at: "Give the date they moved", time: "Give the time they moved" })
  if (empty.length || atOf(values) >= new Date(spell.admitted_at).toISOString()) return empty
  return [{ field: "at", words: `They were admitted later than that: ${slot(spell.admitted_at, now)}` }]
}
