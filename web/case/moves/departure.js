/** Says that the person left, where no feed from the hospital says so. */
import { html } from "../../html.js"
import { DateAndTime } from "../../form/date-time.js"
import { Form } from "../../form/form.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { instantOf, localDate, localTime } from "../../time.js"

export function Departure({ details, now, done, refused }) {
  const form = useForm({
    initial: { left_at: localDate(now), left_time: localTime(now) },
    check: (values) => missing(values, { left_at: "Give the date they left", left_time: "Give the time they left" }),
    send: ({ left_at: date, left_time: time }) => put(`/cases/${details.case.id}/departure`, { left_at: instantOf(date, time) }),
    done,
    refused,
  })
  return html`<${Form} form=${form} id="departure" action="Record the leaving">
    <${DateAndTime} form=${form} id="departure" date="left_at" time="left_time" label="When did they leave hospital?" />
  <//>`
}
