/** Says of somebody who left that they arrived, were met, were not, or died. `kase` is whose; `id` keeps forms on a page apart. */
import { html, useRef } from "../html.js"
import { Radios } from "../form/choices.js"
import { DateAndTime } from "../form/date-time.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { instantOf, localDate, localTime } from "../time.js"

const WHEN = { date: "Give the date", time: "Give the time" }

/** A form whose saying has an id of its own; `path` is where it goes. */
function useSaying({ kase, path, initial, required, now, done, refused, sent = (body) => body }) {
  const said = useRef(newId())
  return useForm({
    initial: { date: localDate(now), time: localTime(now), ...initial },
    check: (values) => missing(values, { ...WHEN, ...required }),
    send: ({ date, time, ...body }) => put(`/cases/${kase}/${path}/${said.current}`, { at: instantOf(date, time), ...sent(body) }),
    done: (receipt) => {
      said.current = newId() // the next one is another
      return done(receipt)
    },
    refused,
  })
}

export function ArrivalForm({ kase, codes, now, id = "arrival", told = "", done, refused, cancel }) {
  const form = useSaying({ kase, path: "arrivals", initial: { told_by: told }, required: { told_by: "Say who saw them arrive" }, now, done, refused })
  return html`<${Form} form=${form} id=${id} action="They arrived" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When did they arrive?" />
    <${Select} form=${form} id=${id} name="told_by" label="Who says so?" options=${codes.told_by} />
  <//>`
}

export function ContactForm({ kase, now, id = "first-contact", done, refused, cancel }) {
  const form = useSaying({ kase, path: "first-contacts", initial: { seen_by: "" }, required: { seen_by: "Say who met them" }, now, done, refused })
  return html`<${Form} form=${form} id=${id} action="First contact made" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When did the service meet them?" />
    <${TextInput} form=${form} id=${id} name="seen_by" label="Who of the service met them?" hint="Name and role" />
  <//>`
}

export function DeathForm({ kase, now, id = "death", done, refused, cancel }) {
  const form = useSaying({ kase, path: "deaths", initial: { words: "" }, required: {}, now, done, refused, sent: ({ words, ...body }) => ({ ...body, words: words.trim() || null }) })
  return html`<${Form} form=${form} id=${id} action="They have died" onCancel=${cancel}>
    <p>Everything that was arranged for them ends at once, and nobody is asked anything more. Only the hub can take it back.</p>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When did they die?" />
    <${TextArea} form=${form} id=${id} name="words" label="In words (optional)" rows="2" />
  <//>`
}

export function NoContactForm({ kase, codes, now, id = "no-contact", done, refused, cancel }) {
  const required = { why: "Choose why", words: "Say what was done about it" }
  const form = useSaying({ kase, path: "no-contacts", initial: { why: "", words: "" }, required, now, done, refused })
  return html`<${Form} form=${form} id=${id} action="Nobody met them" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When was that?" />
    <${Radios} form=${form} id=${id} name="why" label="Why?" options=${codes.no_contact} />
    <${TextArea} form=${form} id=${id} name="words" label="What was done about it?" rows="2" />
  <//>`
}
