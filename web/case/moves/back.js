/** Says that the person is in hospital after all, where no feed from the hospital says so. */
import { html } from "../../html.js"
import { DateAndTime } from "../../form/date-time.js"
import { Form } from "../../form/form.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { instantOf, localDate, localTime } from "../../time.js"

export function Back({ details, now, done, refused }) {
  const form = useForm({
    initial: { back_at: localDate(now), back_time: localTime(now) },
    check: (values) => missing(values, { back_at: "Give the date they came back", back_time: "Give the time they came back" }),
    send: ({ back_at: date, back_time: time }) => put(`/cases/${details.case.id}/return-to-hospital`, { back_at: instantOf(date, time) }),
    done,
    refused,
  })
  return html`<${Form} form=${form} id="back" action="Record the return">
    <${DateAndTime} form=${form} id="back" date="back_at" time="back_time" label="Since when are they back in hospital?" />
  <//>`
}
