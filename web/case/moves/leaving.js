/** The agreed slot: when, from where, to where, and who receives the person. */
import { html } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { DateAndTime } from "../../form/date-time.js"
import { Form } from "../../form/form.js"
import { TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { instantOf, localDate, localTime } from "../../time.js"
import { LeavingWords } from "../leaving-words.js"
import { Theirs } from "../move.js"

export function Leaving({ details, codes, done, refused }) {
  const form = useForm({
    initial: fill(details.leaving),
    check: (values) => missing(values, REQUIRED),
    send: (values) => put(`/cases/${details.case.id}/leaving`, body(values), basis.etag),
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
  <//>`
}

const REQUIRED = {
  leave_at: "Give the date they leave",
  leave_time: "Give the time they leave",
  leave_from: "Choose where they leave from",
  going_to: "Say where they are going",
  received_by: "Say who receives them",
}

const fill = (leaving) => ({
  leave_at: leaving ? localDate(leaving.leave_at) : "",
  leave_time: leaving ? localTime(leaving.leave_at) : "",
  leave_from: leaving?.leave_from ?? "ward",
  going_to: leaving?.going_to ?? "",
  received_by: leaving?.received_by ?? "",
})

const body = ({ leave_at: date, leave_time: time, ...rest }) => ({ ...rest, leave_at: instantOf(date, time) })
