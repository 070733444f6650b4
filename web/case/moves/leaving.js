/** The agreed slot: when, from where, to where, and who receives the person. */
import { html } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { DateAndTime } from "../../form/date-time.js"
import { Form } from "../../form/form.js"
import { Select, TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { instantOf, localDate, localTime } from "../../time.js"
import { LeavingWords } from "../leaving-words.js"
import { Theirs } from "../move.js"

export function Leaving({ details, codes, done, refused }) {
  const form = useForm({
    initial: fill(details.leaving),
    check: (values) => missing(values, required(values, details.leaving)),
    send: (values) => put(`/cases/${details.case.id}/leaving`, body(values, details.leaving), basis.etag),
    done,
    refused,
  })
  const basis = useBasis(form, details.leaving, fill)
  const its = { form, id: "leaving" }
  return html`<${Form} form=${form} id="leaving" action="Agree the slot">
    <${Theirs} basis=${basis}><${LeavingWords} leaving=${basis.theirs} /><//>
    <${DateAndTime} ...${its} date="leave_at" time="leave_time" label="When do they leave?" />
    <${Radios} ...${its} name="leave_from" label="Where from?" options=${codes.leave_from} inline />
    <${TextInput} ...${its} name="going_to" label="Where to?" hint="For example: own home, key with neighbour" />
    <${TextInput} ...${its} name="received_by" label="Who receives them?" />
    ${details.leaving && html`
      <${Select} ...${its} name="reason" label="Why does the slot change?" options=${codes.slot_reasons} />
      <${TextInput} ...${its} name="why" label=${form.values.reason === "other" ? "In words" : "In words (optional)"} />`}
  <//>`
}

const REQUIRED = {
  leave_at: "Give the date they leave",
  leave_time: "Give the time they leave",
  leave_from: "Choose where they leave from",
  going_to: "Say where they are going",
  received_by: "Say who receives them",
}

/** A slot that is agreed already changes for a reason. */
function required({ reason }, agreed) {
  if (!agreed) return REQUIRED
  return { ...REQUIRED, reason: "Choose why the slot changes", ...(reason === "other" && { why: "Say in words why" }) }
}

const fill = (leaving) => ({
  leave_at: leaving ? localDate(leaving.leave_at) : "",
  leave_time: leaving ? localTime(leaving.leave_at) : "",
  leave_from: leaving?.leave_from ?? "ward",
  going_to: leaving?.going_to ?? "",
  received_by: leaving?.received_by ?? "",
  reason: "",
  why: "",
})

function body({ leave_at: date, leave_time: time, reason, why, ...slot }, agreed) {
  const changed = agreed ? { reason, why: why.trim() || null } : {}
  return { ...slot, ...changed, leave_at: instantOf(date, time) }
}
