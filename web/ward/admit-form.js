/**
 * Admits somebody by hand, where no feed tells it. What was typed stays until it is sent or cancelled, also when the
 * form is closed meanwhile. The same person sent again is the same admission; another one typed over them is not.
 */
import { html, useLayoutEffect, useRef } from "../html.js"
import { DateAndTime } from "../form/date-time.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { BLANK_HOME, HomeFields, homeIn } from "../home/fields.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { localDate, localTime } from "../time.js"
import { BedField, bedOf, checkBed } from "./bed-field.js"
import { Dialog } from "./dialog.js"
import { momentOf } from "./moment.js"

let draft = null
const ids = new Map()

/** `ward`: {id, name, beds, spells}. */
export function AdmitForm({ ward, serverTime, onClose }) {
  const over = useRef(false)
  const form = useForm({
    initial: draft ?? blank(serverTime()),
    check: (values) => [...missing(values, NAMES), ...checkBed(values, ward.beds), ...missing(values, TIMES)],
    send: (values) => put(`/spells/${idFor(personIn(values))}`, body(values, ward)),
    done: () => (ids.clear(), end()),
  })
  const end = () => ((draft = null), (over.current = true), onClose())
  useLayoutEffect(() => void (form.touched && !over.current && (draft = form.values)), [form.values])
  const its = { form, id: "admit" }
  return html`<${Dialog} title=${`Admit someone to ${ward.name}`} onClose=${onClose}>
    <${Form} ...${its} action="Admit" onCancel=${end}>
      <fieldset class="nhsuk-fieldset">
        <legend class="nhsuk-fieldset__legend hw-legend">Who is it?</legend>
        <div class="hw-pair">
          <${TextInput} ...${its} name="family" label="Family name" />
          <${TextInput} ...${its} name="given" label="Given name" />
          <${TextInput} ...${its} name="birth_date" type="date" label="Birth date (optional)" />
        </div>
        <div class="hw-pair">
          <${TextInput} ...${its} name="nhs_number" label="NHS number (optional)" />
          <${TextInput} ...${its} name="hospital_number" label="Hospital number (optional)" />
        </div>
        <${HomeFields} ...${its} optional />
      </fieldset>
      <${BedField} ...${its} beds=${ward.beds} spells=${ward.spells} />
      <${DateAndTime} ...${its} date="admitted_at" time="admitted_time" label="When were they admitted?" />
    <//>
  <//>`
}

const NAMES = { family: "Give the family name", given: "Give the given name" }
const TIMES = { admitted_at: "Give the date of admission", admitted_time: "Give the time of admission" }

const blank = (now) => ({
  ...{ family: "", given: "", birth_date: "", nhs_number: "", hospital_number: "", ...BLANK_HOME, bed: "", place: "" },
  ...{ admitted_at: localDate(now), admitted_time: localTime(now), offered: now },
})

function idFor(person) {
  const key = JSON.stringify(person)
  return ids.get(key) ?? ids.set(key, newId()).get(key)
}

const personIn = ({ family, given, birth_date: born, nhs_number: nhs, hospital_number: hospital }) => ({
  ...{ family: family.trim(), given: given.trim(), birth_date: born || null },
  ...{ nhs_number: nhs.trim() || null, hospital_number: hospital.trim() || null },
})

const body = (values, { id, beds }) => ({
  person: { ...personIn(values), ...homeIn(values) },
  ward_id: id,
  bed: bedOf(values, beds),
  admitted_at: momentOf(values.admitted_at, values.admitted_time, values.offered),
})
