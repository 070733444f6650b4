/** What a service can answer, each behind one tap: hold, confirm, ask, propose, say no. */
import { html, useRef, useState } from "../html.js"
import { DateAndTime } from "../form/date-time.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { errorOf, missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { titleOf } from "./needs.js"
import { instantOf } from "../time.js"

const HOLD_HOURS = 24

const CHOICES = [
  { name: "in-principle", title: "Hold a place", when: ({ state, units }) => state !== "confirmed" && !units.length, form: Hold },
  { name: "confirmation", title: "Confirm the start", when: ({ state }) => state !== "confirmed", form: Confirm },
  { name: "query", title: "Ask the hub", when: ({ state }) => state !== "confirmed", form: Query },
  { name: "counter", title: "Propose another day", when: ({ state }) => state !== "confirmed", form: Counter },
  { name: "decline", title: "We cannot", when: ({ state }) => state !== "confirmed", form: Decline },
  { name: "failed-start", title: "The start failed", when: ({ state, arriving }) => state === "confirmed" && !arriving?.contact_at, form: Failed },
]

/** `done`: called when one was taken, where the offer is not followed live. */
export function Answers({ offer, units, codes, done = () => {} }) {
  const [open, setOpen] = useState("")
  const possible = CHOICES.filter(({ when }) => when(offer))
  const chosen = possible.find(({ name }) => name === open)
  const close = (name) => setOpen((now) => (now === name ? "" : now)) // another may be open by then
  const about = html`<span class="nhsuk-u-visually-hidden">: ${titleOf(offer, codes)}</span>`
  return html`<div class="nhsuk-button-group nhsuk-button-group--small">
      ${possible.map(({ name, title }) => html`<button key=${name} class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-expanded=${name === open} onClick=${() => setOpen(name === open ? "" : name)}>${title}${about}</button>`)}
    </div>
    ${chosen && html`<${chosen.form} key=${chosen.name} offer=${offer} units=${units} codes=${codes} id=${`${chosen.name}-${offer.id}`} done=${() => (close(chosen.name), done())} cancel=${() => setOpen("")} />`}`
}

/** A form that answers this offer; `body(values)` is what is sent beside the answer's id. */
function useAnswer(offer, what, { initial = {}, check, body, done }) {
  const id = useRef(newId())
  return useForm({
    initial,
    check,
    send: (values) => put(`/offers/${offer.id}/${what}`, { answer_id: id.current, ...body(values) }),
    done: () => {
      id.current = newId() // the next answer is another one
      done()
    },
  })
}

/** Asked again where the count says that nothing is free: a service's own yes beats its count. */
const Anyway = ({ form, id }) =>
  (form.problem?.code === "capacity-gone" || form.values.over_count) && html`<div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
    <input class="nhsuk-checkboxes__input" id=${`${id}-over`} type="checkbox" checked=${form.values.over_count} onChange=${({ target }) => form.set("over_count", target.checked)} />
    <label class="nhsuk-label nhsuk-checkboxes__label" for=${`${id}-over`}>You told us that you have none. Take this person anyway</label>
  </div></div>`

function Hold({ offer, units, id, done, cancel }) {
  const form = useAnswer(offer, "in-principle", {
    initial: { over_count: false },
    check: () => (units ? [] : [{ field: "units", words: "Your last count has nothing of this kind. Count your service first, or ring the hub" }]),
    body: ({ over_count }) => ({ units, over_count, until: new Date(Date.now() + HOLD_HOURS * 3_600_000).toISOString() }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action=${`Yes in principle: hold for ${HOLD_HOURS} hours`} onCancel=${cancel}>
    <p>${units ? `You keep: ${units.join(", ")}.` : ""}</p>
    <${Anyway} form=${form} id=${id} />
  <//>`
}

function Confirm({ offer, units, codes, id, done, cancel }) {
  const form = useAnswer(offer, "confirmation", {
    initial: { date: offer.start_on, from: "10:00", to: "12:00", how: "", over_count: false },
    check: (values) => missing(values, { date: "Say on which day", from: "Say from when", to: "Say until when", ...(offer.state === "assessed" ? {} : { how: "Say how you assessed" }) }),
    body: ({ date, from, to, how, over_count }) => ({
      units: units ?? [],
      over_count,
      how: how || null,
      arrive_from: instantOf(date, from),
      arrive_to: instantOf(date, to),
    }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="Confirm: we take this person" onCancel=${cancel}>
    <${DateAndTime} form=${form} id=${id} date="date" time="from" label="Arrives or first visit from" />
    <${TextInput} form=${form} id=${id} name="to" type="time" label="Until" />
    ${errorOf(form, "arrive_from") && html`<p class="nhsuk-error-message">${errorOf(form, "arrive_from")}</p>`}
    <${Select} form=${form} id=${id} name="how" label="How did you assess the needs?" options=${codes.assessed} />
    <${Anyway} form=${form} id=${id} />
  <//>`
}

function Query({ offer, id, done, cancel }) {
  const form = useAnswer(offer, "query", { initial: { words: "" }, check: (values) => missing(values, { words: "Say what you need to know" }), body: ({ words }) => ({ words }), done })
  return html`<${Form} form=${form} id=${id} action="Ask" onCancel=${cancel}><${TextArea} form=${form} id=${id} name="words" label="What must you know?" /><//>`
}

function Counter({ offer, id, done, cancel }) {
  const form = useAnswer(offer, "counter", {
    initial: { start_on: "", words: "" },
    body: ({ start_on, words }) => ({ start_on: start_on || null, words: words.trim() || null }),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="Propose" onCancel=${cancel}>
    <${TextInput} form=${form} id=${id} name="start_on" type="date" label="You could start on" />
    <${TextArea} form=${form} id=${id} name="words" label="Or otherwise, in words" rows="2" />
  <//>`
}

function Decline({ offer, codes, id, done, cancel }) {
  const form = useAnswer(offer, "decline", {
    initial: { code: "", words: "", earliest: "" },
    check: (values) => missing(values, { code: "Choose why" }),
    body: ({ code, words, earliest }) => ({ code, words: words.trim() || null, earliest: earliest || null }),
    done,
  })
  const { code } = form.values
  const inWords = codes.declines.find((each) => each.code === code)?.asks === "words"
  return html`<${Form} form=${form} id=${id} action="Say no" onCancel=${cancel}>
    <${Select} form=${form} id=${id} name="code" label="Why not?" options=${codes.declines} />
    ${code === "D05" && html`<${TextInput} form=${form} id=${id} name="earliest" type="date" label="Earliest start (then it is a proposal)" />`}
    ${code && html`<${TextArea} form=${form} id=${id} name="words" label=${inWords ? "In words" : "In words (optional)"} rows="2" />`}
  <//>`
}

function Failed({ offer, id, done, cancel }) {
  const form = useAnswer(offer, "failed-start", { initial: { words: "" }, check: (values) => missing(values, { words: "Say what happened" }), body: ({ words }) => ({ words }), done })
  return html`<${Form} form=${form} id=${id} action="The start failed" onCancel=${cancel}><${TextArea} form=${form} id=${id} name="words" label="What happened?" /><//>`
}
