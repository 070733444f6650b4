/** Saying what is in the way, and setting the reason by hand. */
import { useSentId } from "../case/use-sent-id.js"
import { Radios } from "../form/choices.js"
import { DateAndTime } from "../form/date-time.js"
import { Select, TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"
import { instantOf } from "../time.js"

const STOPS = [{ code: "yes", words: "Yes, they cannot leave while it lasts" }, { code: "no", words: "No, it is a flag" }]
const BLOCKER = { reason: "", owner: "", stops: "", words: "", date: "", time: "" }

export const reasonsOf = (codes) => codes.delay_reasons.map(({ code, words, category }) => ({ code, words: `${code} ${words} – ${category}` }))

export function RecordBlocker({ path, codes, id, done, refused }) {
  const of = `${id}blocker`
  const sentId = useSentId()
  const form = useForm({
    initial: BLOCKER,
    check: (values) => missing(values, { reason: "Choose what is in the way", owner: "Say whose it is", stops: "Say whether it stops leaving" }),
    send: ({ stops, words, date, time, ...values }) => {
      const blocker = { ...values, stops_leaving: stops === "yes", words: words.trim() || null, at: instantOf(date, time) }
      return put(`${path}/blockers/${sentId(blocker)}`, blocker)
    },
    done: async () => (form.setValues(BLOCKER), sentId(null), await done("Recorded.")),
    refused,
  })
  return html`<details class="nhsuk-details hw-no-print"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Record what is in the way</span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id=${of} action="Record it">
      <${Select} form=${form} id=${of} name="reason" label="What is in the way?" options=${reasonsOf(codes)} />
      <${Select} form=${form} id=${of} name="owner" label="Whose is it to clear?" options=${codes.task_owners} />
      <${Radios} form=${form} id=${of} name="stops" label="Does it stop leaving?" options=${STOPS} />
      <${TextArea} form=${form} id=${of} name="words" label="In words (optional)" />
      <${DateAndTime} form=${form} id=${of} date="date" time="time" label="Since when, if not now" />
    <//></div></details>`
}

const OWN = { reason: "", words: "" }

export function SetReason({ path, codes, id, done, refused }) {
  const of = `${id}own`
  const sentId = useSentId()
  const form = useForm({
    initial: OWN,
    check: (values) => missing(values, { reason: "Choose the reason", words: "Say why it is another than the derived one" }),
    send: (values) => put(`${path}/set-reasons/${sentId(values)}`, values),
    done: async () => (form.setValues(OWN), sentId(null), await done("Reason set.")),
    refused,
  })
  return html`<details class="nhsuk-details hw-no-print"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Set the reason by hand</span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id=${of} action="Set the reason">
      <${Select} form=${form} id=${of} name="reason" label="The reason" hint="From now on it counts over what is derived, until you let that count again." options=${reasonsOf(codes)} />
      <${TextArea} form=${form} id=${of} name="words" label="Why is it another?" />
    <//></div></details>`
}
