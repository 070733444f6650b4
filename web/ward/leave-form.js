/** Says that somebody is on leave from the ward and keeps the bed, or is back from it. */
import { html } from "../html.js"
import { DateAndTime } from "../form/date-time.js"
import { TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { instantOf, localDate, localTime } from "../time.js"
import { Dialog } from "./dialog.js"
import { momentOf } from "./moment.js"

/** `onSaid()`. */
export function LeaveForm({ spell, serverTime, onSaid, onClose }) {
  const now = serverTime()
  const form = useForm({
    initial: { started_at: localDate(now), time: localTime(now), until: "", until_time: "", offered: now },
    check: (values) => [...missing(values, STARTED), ...checkUntil(values)],
    send: (values) => put(`/spells/${spell.id}/leave`, { started_at: startOf(values), until: instantOf(values.until, values.until_time) }),
    done: onSaid,
  })
  const its = { form, id: "leave" }
  return html`<${Dialog} title=${`${nameOf(spell.person)} goes on leave`} onClose=${onClose}>
    <p class="hw-quiet">They keep bed ${spell.bed} and stay on this list.</p>
    <${Form} ...${its} action="Record the leave" onCancel=${onClose}>
      <${DateAndTime} ...${its} date="started_at" time="time" label="When did they go?" />
      <${DateAndTime} ...${its} date="until" time="until_time" label="When are they due back? (optional)" />
    <//>
  <//>`
}

/** `onSaid()`. */
export function BackForm({ spell, serverTime, onSaid, onClose }) {
  const now = serverTime()
  const form = useForm({
    initial: { at: localDate(now), time: localTime(now), words: "", offered: now },
    check: (values) => missing(values, { at: "Give the date they came back", time: "Give the time they came back" }),
    send: ({ at, time, words, offered }) => put(`/spells/${spell.id}/leave/end`, { at: momentOf(at, time, offered), words: words.trim() || null }),
    done: onSaid,
  })
  const its = { form, id: "back" }
  return html`<${Dialog} title=${`${nameOf(spell.person)} is back from leave`} onClose=${onClose}>
    <${Form} ...${its} action="Record that they are back" onCancel=${onClose}>
      <${DateAndTime} ...${its} date="at" time="time" label="When did they come back?" />
      <${TextInput} ...${its} name="words" label="Why, if they never went (optional)" />
    <//>
  <//>`
}

const STARTED = { started_at: "Give the date they went", time: "Give the time they went" }

const startOf = ({ started_at: date, time, offered }) => momentOf(date, time, offered)

function checkUntil({ until, until_time: time }) {
  if (!until && !time) return []
  return missing({ until, until_time: time }, { until: "Give the date they are due back", until_time: "Give the time they are due back" })
}
