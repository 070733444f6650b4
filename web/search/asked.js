/** One request: who was asked, what each said, and what the hub can do with that. */
import { html, useEffect, useState } from "../html.js"
import { Answers } from "../provider/answers.js"
import { between } from "../service-words.js"
import { localTime, shortDate, slot } from "../time.js"
import { HubAnswers } from "./hub-answers.js"
import { matchesOf } from "./send.js"

const STATES = {
  next: () => "asked when those before cannot",
  asked: ({ expires_at: by }, now) => `waiting, to answer by ${slot(by, now)}`,
  queried: () => "asks the hub",
  countered: ({ earliest }) => `could otherwise${earliest ? `, from ${shortDate(earliest)}` : ""}`,
  in_principle: ({ hold_until: until }, now) => `would, ${until < now ? "hold ran out" : "holds a place until"} ${slot(until, now)}`,
  assessed: ({ hold_until: until }, now) => `assessed, ${until < now ? "hold ran out" : "holds a place until"} ${slot(until, now)}`,
  confirmed: ({ arrive_from: from, arrive_to: to }, now) => `start agreed, ${between(from, to, now)}`,
  ended: ({ why_not: why, ended }) => why ?? ENDED[ended],
}
const ENDED = {
  taken_back: "took its yes back",
  another_confirmed: "another service confirmed",
  withdrawn: "withdrawn",
  person_declined: "the person said no",
  left: "the person left hospital",
  case_ended: "the case ended",
  cancelled: "booking cancelled",
  failed_start: "the start failed",
  released: "gave its place up",
  discharged: "discharged them",
  declined: "cannot",
  no_answer: "no answer in time",
  hold_ran_out: "its hold ran out",
}

/** What a service said last, in words. */
export const saidWords = (offer, now) => STATES[offer.state](offer, now)

export function Asked({ request, search, caseId, codes, now, done }) {
  return html`<h3 class="nhsuk-heading-xs">Asked ${shortDate(request.sent_at)} ${localTime(request.sent_at)}</h3>
    ${request.words && html`<p class="hw-quiet">Not the previous provider first: “${request.words}”</p>`}
    <ul class="nhsuk-list">${request.offers.map((offer) => html`<${Offer} key=${offer.offer_id} offer=${offer} search=${search} caseId=${caseId} codes=${codes} now=${now} done=${done} />`)}</ul>`
}

function Offer({ offer, search, caseId, codes, now, done }) {
  const open = !["ended", "next"].includes(offer.state)
  return html`<li>
    <p><strong>${offer.service}</strong>: ${saidWords(offer, now)}${offer.person_said === "agrees" && open ? " · the person agrees" : ""}${readWords(offer)}</p>
    ${open && html`<${HubAnswers} offer=${offer} caseId=${caseId} codes=${codes} done=${done} />
      ${search.package && html`<${ByTelephone} offer=${offer} search=${search} codes=${codes} done=${done} />`}`}
    ${offer.history.length > 0 && html`<details class="nhsuk-details hw-tells"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What was said<span class="nhsuk-u-visually-hidden"> with ${offer.service}</span></span></summary>
      <ul class="nhsuk-list">${offer.history.map((each) => html`<li key=${each.position}>${each.words} <span class="hw-quiet">${each.by} · ${shortDate(each.at)} ${localTime(each.at)}</span></li>`)}</ul></details>`}
  </li>`
}

/** What the service looked at: the detail, and how many versions of the assessment. */
function readWords({ opened, assessments_read: versions }) {
  const read = [opened && "the detail", versions > 0 && (versions > 1 ? `${versions} versions of the assessment` : "the assessment")].filter(Boolean)
  return read.length ? ` · read ${read.join(" and ")}` : ""
}

/** What the service says on the telephone, written down by the hub. */
function ByTelephone({ offer, search, codes, done }) {
  const [open, setOpen] = useState(false)
  const [units, setUnits] = useState(offer.units.length ? offer.units : null)
  useEffect(() => {
    if (!open || offer.units.length) return
    const theirs = (matches) => matches.find(({ service_id: service }) => service === offer.service_id)?.units ?? []
    matchesOf(search.package.package).then((matches) => setUnits(theirs(matches)), () => setUnits([]))
  }, [open])
  const its = { ...offer, id: offer.offer_id, line: search.package.package.line, start_on: search.package.package.start_on }
  return html`<details class="nhsuk-details" onToggle=${({ currentTarget }) => setOpen(currentTarget.open)}>
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Told on the telephone<span class="nhsuk-u-visually-hidden"> by ${offer.service}</span></span></summary>
    ${open && !units && html`<p class="hw-quiet" role="status">Looking at what is free…</p>`}
    ${open && units && html`<${Answers} offer=${its} units=${units.length ? units : null} codes=${codes} done=${done} />`}
  </details>`
}
