/** What the hub does with one offer: the person's answer, an answer to a query, taking a counter, ending it. */
import { html, useRef, useState } from "../html.js"
import { Select, TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"

const CHOICES = [
  { name: "person", title: "The person's answer", when: ({ state }) => state !== "confirmed", form: Person },
  { name: "query-answer", title: "Answer the query", when: ({ state }) => state === "queried", form: Worded, label: "Your answer" },
  { name: "counter-taken", title: "Take what they propose", when: ({ state }) => state === "countered", form: Bare },
  { name: "withdrawal", title: "Ask them no more", when: ({ state }) => state !== "confirmed", form: Worded, label: "Why?" },
  { name: "end", title: "End the booking", when: ({ state }) => state === "confirmed", form: End },
]

export function HubAnswers({ offer, caseId, codes, done }) {
  const [open, setOpen] = useState("")
  const possible = CHOICES.filter(({ when }) => when(offer))
  const chosen = possible.find(({ name }) => name === open)
  const about = html`<span class="nhsuk-u-visually-hidden"> of ${offer.service}</span>`
  const finish = () => (setOpen((now) => (now === chosen.name ? "" : now)), done()) // another may be open by then
  return html`<div class="nhsuk-button-group nhsuk-button-group--small">
      ${possible.map(({ name, title }) => html`<button key=${name} class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-expanded=${name === open} onClick=${() => setOpen(name === open ? "" : name)}>${title}${about}</button>`)}
    </div>
    ${chosen && html`<${chosen.form} key=${chosen.name} ...${chosen} offer=${offer} path=${`/cases/${caseId}`} codes=${codes} id=${`${chosen.name}-${offer.offer_id}`} done=${finish} />`}`
}

function Person({ offer, path, codes, id, done }) {
  const answer = useRef(newId())
  const form = useForm({
    initial: { said: "", said_by: "person", words: "" },
    check: (values) => missing(values, { said: "Choose what they said", said_by: "Choose who said it" }),
    send: ({ said, said_by, words }) => put(`${path}/offers/${offer.offer_id}/person-answer`, { answer_id: answer.current, said, said_by, interim_explained: true, words: words.trim() || null }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="Record the answer">
    <${Select} form=${form} id=${id} name="said" label="What do they say to this service?" options=${codes.person_said} />
    <${Select} form=${form} id=${id} name="said_by" label="Who said it?" options=${codes.said_by} />
    <${TextArea} form=${form} id=${id} name="words" label="In their words (needed unless they agree)" rows="2" />
  <//>`
}

function Worded({ offer, path, name, label, id, done }) {
  const answer = useRef(newId())
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Say it in words" }),
    send: ({ words }) => put(`${path}/offers/${offer.offer_id}/${name}`, name === "withdrawal" ? { words } : { answer_id: answer.current, words }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="Send"><${TextArea} form=${form} id=${id} name="words" label=${label} rows="2" /><//>`
}

function Bare({ offer, path, name, id, done }) {
  const answer = useRef(newId())
  const form = useForm({ initial: {}, send: () => put(`${path}/offers/${offer.offer_id}/${name}`, { answer_id: answer.current }), done })
  return html`<${Form} form=${form} id=${id} action="That will do: ask them to confirm" />`
}

function End({ offer, path, id, done }) {
  const answer = useRef(newId())
  const form = useForm({
    initial: { why: "", words: "" },
    check: (values) => missing(values, { why: "Choose why", words: "Say it in words" }),
    send: ({ why, words }) => put(`${path}/booking/end`, { answer_id: answer.current, offer_id: offer.offer_id, why, words }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="End the booking">
    <${Select} form=${form} id=${id} name="why" label="Why does it not stand?" options=${[{ code: "cancelled", words: "Cancelled" }, { code: "failed_start", words: "The start failed" }, { code: "person_declined", words: "The person said no" }]} />
    <${TextArea} form=${form} id=${id} name="words" label="In words" rows="2" />
  <//>`
}
