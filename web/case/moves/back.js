/** Says that the person is in hospital after all, and why the discharge failed, where no feed from the hospital says so. */
import { html } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { DateAndTime } from "../../form/date-time.js"
import { TextArea } from "../../form/fields.js"
import { Form } from "../../form/form.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { instantOf, localDate, localTime } from "../../time.js"

export function Back({ details, codes, now, done, refused }) {
  const form = useForm({
    initial: { back_at: localDate(now), back_time: localTime(now), reason: "", words: "" },
    check: (values) => missing(values, values.reason === "other" ? { ...REQUIRED, words: "Say in words why" } : REQUIRED),
    send: (values) => put(`/cases/${details.case.id}/return-to-hospital`, body(values)),
    done,
    refused,
  })
  return html`<${Form} form=${form} id="back" action="Record the return">
    <${DateAndTime} form=${form} id="back" date="back_at" time="back_time" label="Since when are they back in hospital?" />
    <${Radios} form=${form} id="back" name="reason" label="Why?" options=${codes.return_reasons} />
    <${TextArea} form=${form} id="back" name="words" label=${form.values.reason === "other" ? "In words" : "In words (optional)"} rows="2" />
  <//>`
}

const REQUIRED = { back_at: "Give the date they came back", back_time: "Give the time they came back", reason: "Choose why they are back" }

const body = ({ back_at: date, back_time: time, reason, words }) => ({ back_at: instantOf(date, time), reason, words: words.trim() || null })
