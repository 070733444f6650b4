/** Says how and when somebody left hospital. Their case, if any, hears of it at once. */
import { html } from "../html.js"
import { Radios } from "../form/choices.js"
import { DateAndTime } from "../form/date-time.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { nameOf } from "../names.js"
import { localDate, localTime } from "../time.js"
import { Dialog } from "./dialog.js"
import { momentOf } from "./moment.js"

/** `onLeft({receipt, how, at})`. */
export function LeftForm({ spell, codes, serverTime, onLeft, onClose }) {
  const now = serverTime()
  const form = useForm({
    initial: { how: "", at: localDate(now), time: localTime(now), offered: now },
    check: (values) => missing(values, REQUIRED),
    send: (values) => put(`/spells/${spell.id}/end`, body(values)),
    done: (receipt) => onLeft({ receipt, ...body(form.values) }),
  })
  const its = { form, id: "left" }
  return html`<${Dialog} title=${`${nameOf(spell.person)} left hospital`} onClose=${onClose}>
    <p class="hw-quiet">Bed ${spell.bed}. They go from this list; you can take it back. Who goes to the discharge lounge or on leave has not left.</p>
    <${Form} ...${its} action="Record that they left" onCancel=${onClose}>
      <${Radios} ...${its} name="how" label="How did they leave?" options=${codes.ways_out} />
      <${DateAndTime} ...${its} date="at" time="time" label="When did they leave?" />
    <//>
  <//>`
}

const REQUIRED = { how: "Choose how they left", at: "Give the date they left", time: "Give the time they left" }

const body = ({ how, at, time, offered }) => ({ how, at: momentOf(at, time, offered) })
