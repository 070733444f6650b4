/** The nights in a bed no longer needed: as frozen, as known now, and what the sides say until the weekly snapshot. */
import { Select, TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { put } from "../http.js"
import { shortDate, slot } from "../time.js"
import { reasonsOf } from "./forms.js"
import { Reason, reasonWords } from "./words.js"

export const Nights = ({ nights, ...its }) => html`<section class="hw-part" aria-labelledby=${`${its.id}nights`}><${its.heading} class="nhsuk-heading-s" id=${`${its.id}nights`}>Nights<//>
  ${nights.length === 0 && html`<p class="hw-quiet">None yet: a night counts when its midnight has passed.</p>`}
  <ul class="hw-nights">${[...nights].reverse().map((night) => html`<${Night} key=${night.night} night=${night} ...${its} />`)}</ul></section>`

function Night({ night, codes, now, can, places, path, id, tell, done, refused }) {
  const [saying, setSaying] = useState("")
  const open = night.frozen && Date.parse(now) < Date.parse(night.contest_until)
  const disputed = night.contested.length > 0 && !night.settled
  const sayable = open && can.contest && !night.settled
  const of = `${path}/nights/${night.night}`
  const who = (id) => places.get(id)?.name ?? "Another organisation"
  return html`<li>
    <p><strong>${shortDate(night.night)}</strong> · <${Reason} codes=${codes} reason=${night.settled ?? night.reason} />
      ${!night.counts_in_drd && html` <span class="hw-quiet">before the person was unwell again: not in the published days</span>`}
      ${!night.frozen && html` <span class="hw-quiet">not frozen yet</span>`}
      ${disputed && html` <strong class="nhsuk-tag nhsuk-tag--yellow">Contested</strong>`}
      ${night.settled && html` <strong class="nhsuk-tag nhsuk-tag--green">Settled</strong>`}</p>
    ${night.owners.length > 0 && html`<p class="hw-quiet">Put down to ${night.owners.map(who).join(", ")}</p>`}
    ${night.frozen && night.now_known !== night.reason && html`<p class="hw-quiet">By what is known now: ${reasonWords(codes, night.now_known)}</p>`}
    ${night.agreed.map((id) => html`<p key=${id} class="hw-quiet">${who(id)} agrees</p>`)}
    ${[...night.contested, ...night.settling].map((said, n) => html`<p key=${n}>${who(said.organisation_id)}: ${reasonWords(codes, said.reason)} <span class="hw-said">${said.words}</span></p>`)}
    ${open && html`<p class="hw-quiet">May be contested until ${slot(night.contest_until, now)}</p>`}
    ${sayable && !saying && html`<p class="hw-blockers__can">
      <button class="hw-link" type="button" onClick=${() => tell(`/nights/${night.night}/agreement`, {}, "Agreed.")}>Agree<span class="nhsuk-u-visually-hidden">: night of ${shortDate(night.night)}</span></button>
      <button class="hw-link" type="button" onClick=${() => setSaying("contest")}>Contest<span class="nhsuk-u-visually-hidden">: night of ${shortDate(night.night)}</span></button>
      ${disputed && html`<button class="hw-link" type="button" onClick=${() => setSaying("settlement")}>Settle<span class="nhsuk-u-visually-hidden">: night of ${shortDate(night.night)}</span></button>`}
    </p>`}
    ${saying && html`<${Saying} what=${saying} id=${`${id}${saying}-${night.night}`} of=${of} codes=${codes} cancel=${() => setSaying("")} done=${(words, goOnTo) => (setSaying(""), done(words, goOnTo))} refused=${refused} />`}
  </li>`
}

const WORDS = {
  contest: { action: "Contest the night", label: "What was the reason?", done: "Contested." },
  settlement: { action: "Settle on this", label: "On which reason would you settle?", done: "Said. It is settled when another organisation names the same." },
}

export function Saying({ what, id, of, codes, hint, cancel, done, refused }) {
  const form = useForm({
    initial: { reason: "", words: "" },
    check: (values) => missing(values, { reason: "Choose the reason", words: "Say why" }),
    send: (values) => put(`${of}/${what}`, values),
    done: (_, goOnTo) => done(WORDS[what].done, goOnTo),
    refused,
  })
  return html`<${Form} form=${form} id=${id} action=${WORDS[what].action} onCancel=${cancel}>
    <${Select} form=${form} id=${id} name="reason" label=${WORDS[what].label} options=${reasonsOf(codes)} />
    <${TextArea} form=${form} id=${id} name="words" label="Why?" hint=${hint} />
  <//>`
}
