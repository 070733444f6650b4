/** What can be said of a stay, each as a form; every step has an id of its own. */
import { html, useRef } from "../html.js"
import { Radios } from "../form/choices.js"
import { DateAndTime } from "../form/date-time.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { instantOf, localDate, localTime } from "../time.js"

const filled = (words) => words.trim() || null
const WHEN = { date: "Give the date", time: "Give the time" }

/** `what` is the kind of step; `body(values)` is what is sent. */
function useStep({ stay, what, initial, required, body, done, refused }) {
  const step = useRef(newId())
  return useForm({
    initial,
    check: (values) => missing(values, typeof required === "function" ? required(values) : required),
    send: (values) => put(`/cases/${stay.case_id}/stays/${stay.id}/${what}/${step.current}`, body(values)),
    done: (receipt) => {
      step.current = newId() // the next one is another
      return done(receipt)
    },
    refused,
  })
}

const nowAs = (now) => ({ date: localDate(now), time: localTime(now) })
const at = ({ date, time }) => instantOf(date, time)

export function Review({ stay, codes, now, id, done, refused, cancel }) {
  const inBed = codes.service_lines.find(({ code }) => code === stay.line)?.category === "beds"
  const required = { ...WHEN, words: "Say how it goes", ...(inBed && { remains: "Say whether they still have to be there" }) }
  const body = (values) => ({ at: at(values), remains: values.remains || null, words: values.words })
  const form = useStep({ stay, what: "reviews", initial: { ...nowAs(now), remains: "", words: "" }, required, body, done, refused })
  return html`<${Form} form=${form} id=${id} action="Record the review" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When was it reviewed?" />
    ${inBed && html`<${Radios} form=${form} id=${id} name="remains" label="Requirements to remain in the bed" options=${codes.remains} />`}
    <${TextArea} form=${form} id=${id} name="words" label="How does it go?" rows="2" />
  <//>`
}

export function Extension({ stay, codes, id, done, refused, cancel }) {
  const required = ({ reason }) => ({ until: "Say until when", reason: "Choose why", ...(reason === "other" && { words: "Say in words why" }) })
  const body = ({ words, ...said }) => ({ ...said, words: filled(words) })
  const form = useStep({ stay, what: "extensions", initial: { until: "", reason: "", words: "" }, required, body, done, refused })
  return html`<${Form} form=${form} id=${id} action="Extend the stay" onCancel=${cancel}>
    <${TextInput} form=${form} id=${id} name="until" type="date" label="Until when?" />
    <${Select} form=${form} id=${id} name="reason" label="Why does it go on?" options=${codes.extension_reasons} />
    <${TextInput} form=${form} id=${id} name="words" label=${form.values.reason === "other" ? "In words" : "In words (optional)"} />
  <//>`
}

export function Charging({ stay, now, id, done, refused, cancel }) {
  const body = (values) => ({ at: at(values), charged_from: values.charged_from, words: filled(values.words) })
  const required = { ...WHEN, charged_from: "Say from when it is charged" }
  const form = useStep({ stay, what: "charging", initial: { ...nowAs(now), charged_from: stay.six_weeks_on, words: "" }, required, body, done, refused })
  return html`<${Form} form=${form} id=${id} action="They were told" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When were they told?" />
    <${TextInput} form=${form} id=${id} name="charged_from" type="date" label="From when is it charged?" />
    <${TextInput} form=${form} id=${id} name="words" label="In words (optional)" />
  <//>`
}

export function ExitPlan({ stay, codes, id, done, refused, cancel }) {
  const required = { leave_on: "Say on which day", destination: "Choose where they go", words: "Say what it needs" }
  const initial = { leave_on: stay.exit_on ?? "", destination: stay.exit_to ?? "", words: "" }
  const form = useStep({ stay, what: "exit-plans", initial, required, body: (values) => values, done, refused })
  return html`<${Form} form=${form} id=${id} action="Plan the exit" onCancel=${cancel}>
    <${TextInput} form=${form} id=${id} name="leave_on" type="date" label="When do they leave the service?" />
    <${Select} form=${form} id=${id} name="destination" label="Where do they go?" options=${codes.stay_destinations} />
    <${TextArea} form=${form} id=${id} name="words" label="What does it need?" rows="2" />
  <//>`
}

const number = (text) => (text.trim() ? Number(text) : null)

export function Discharge({ stay, codes, now, id, done, refused, cancel }) {
  const required = { ...WHEN, outcome: "Choose what became of them", destination: "Choose where they went" }
  const initial = { ...nowAs(now), outcome: "", destination: stay.exit_to ?? "", tool: "", score_in: "", score_out: "", words: "" }
  const body = (values) => ({
    at: at(values),
    outcome: values.outcome,
    destination: values.destination,
    tool: values.tool || null,
    score_in: number(values.score_in),
    score_out: number(values.score_out),
    words: filled(values.words),
  })
  const form = useStep({ stay, what: "discharges", initial, required, body, done, refused })
  return html`<${Form} form=${form} id=${id} action="Discharge from service" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When did they leave the service?" />
    <${Select} form=${form} id=${id} name="outcome" label="What support do they need from now on?" options=${codes.stay_outcomes} />
    <${Select} form=${form} id=${id} name="destination" label="Where did they go?" options=${codes.stay_destinations} />
    <${Select} form=${form} id=${id} name="tool" label="Function scored by (optional)" options=${codes.functional_scores} choose="Not scored" />
    ${form.values.tool && html`<div class="hw-pair">
      <${TextInput} form=${form} id=${id} name="score_in" type="number" label="When they came" />
      <${TextInput} form=${form} id=${id} name="score_out" type="number" label="When they left" />
    </div>`}
    <${TextArea} form=${form} id=${id} name="words" label="In words (optional)" rows="2" />
  <//>`
}

/** `days` are those that have come and were not asked. */
export function FollowUp({ stay, codes, now, days, id, done, refused, cancel }) {
  const body = (values) => ({ at: at(values), day: Number(values.day), found: values.found, words: filled(values.words) })
  const initial = { ...nowAs(now), day: String(days[0]), found: "", words: "" }
  const form = useStep({ stay, what: "follow-ups", initial, required: { ...WHEN, found: "Choose how they were found" }, body, done, refused })
  return html`<${Form} form=${form} id=${id} action="Record how they are" onCancel=${cancel}>
    <${Select} form=${form} id=${id} name="day" label="Asked after" options=${days.map((day) => ({ code: String(day), words: `${day} days` }))} />
    <${DateAndTime} form=${form} id=${id} date="date" time="time" label="When were they asked?" />
    <${Select} form=${form} id=${id} name="found" label="How were they found?" options=${codes.found} />
    <${TextInput} form=${form} id=${id} name="words" label="In words (optional)" />
  <//>`
}
