/**
 * One request as a card: what is asked, until when, what can be answered, and the detail once one is interested: below
 * the answers, which stay where they are when it comes.
 */
import { announce } from "../announce.js"
import { html, useEffect, useRef, useState } from "../html.js"
import { Facts } from "../case/facts.js"
import { KeepOrRelease } from "../holding/keep-or-release.js"
import { get, put } from "../http.js"
import { newId } from "../ids.js"
import { oneAtATime } from "../reading.js"
import { between } from "../service-words.js"
import { may } from "../session.js"
import { slot } from "../time.js"
import { Answers } from "./answers.js"
import { Arriving } from "./arriving.js"
import { Assessment } from "./assessment.js"
import { Detail } from "./detail.js"
import { needsOf, titleOf, unitsFor } from "./needs.js"

export function Offer({ offer, service, me, codes, now }) {
  const [page, setPage] = useState(null)
  const [said, setSaid] = useState("")
  const answer = useRef(newId())
  const heading = `offer-${offer.id}`

  const [read] = useState(() => oneAtATime(() => get(`/offers/${offer.id}`).then(setPage).catch((problem) => setSaid(problem.message))))
  useEffect(() => {
    if (offer.opened || offer.state === "confirmed") read()
  }, [offer.position])

  async function interested() {
    await put(`/offers/${offer.id}/interest`, { answer_id: answer.current }).catch((problem) => setSaid(problem.message))
  }

  return html`<article class="hw-offer" aria-labelledby=${heading}>
    <div class="hw-offer__head"><h3 class="nhsuk-heading-xs" id=${heading} tabindex="-1" data-focus=${offer.id}>${titleOf(offer, codes)}</h3><p><strong>${stateWords(offer, now)}</strong></p></div>
    <p class="hw-quiet">${service?.name}</p>
    ${offer.question && html`<${KeepOrRelease} question=${{ cause: offer.question, asked_at: offer.question_at }} about=${titleOf(offer, codes)} until=${offer.arrive_to} path=${`/offers/${offer.id}`} focus=${offer.id} codes=${codes} now=${now} done=${announce} />`}
    ${offer.kept_until && html`<p class=${offer.kept_until < now ? "hw-overdue" : ""}>You said that you keep it until ${slot(offer.kept_until, now)}.</p>`}
    <${Facts} facts=${needsOf(offer, codes)} />
    <p role="status">${said}</p>
    <${Answers} offer=${offer} units=${offer.units.length ? offer.units : unitsFor(offer, service)} codes=${codes} />
    ${!offer.opened && offer.state !== "confirmed" && html`<div class="nhsuk-button-group nhsuk-button-group--small"><button class="nhsuk-button nhsuk-button--small" type="button" onClick=${interested}>Interested: show the detail<span class="nhsuk-u-visually-hidden"> of ${titleOf(offer, codes)}</span></button></div>`}
    ${page && html`<${Arriving} offer=${offer} page=${page} codes=${codes} now=${now} reload=${read} />`}
    ${page && html`<${Detail} page=${page} codes=${codes} />`}
    ${page?.detail && offer.assessment_number && may(me, "open_assessment") && html`<${Assessment} offer=${offer} me=${me} now=${now} />`}
  </article>`
}

/** What waits for whom, and until when. */
export function stateWords({ state, arriving, expires_at: by, hold_until: until, arrive_from: from, arrive_to: to, person_said: person }, now) {
  if (arriving) return arriving.contact_at ? `In your care since ${slot(arriving.contact_at, now)}` : `Left hospital ${slot(arriving.left_at, now)}`
  if (state === "confirmed") return `Arrives ${between(from, to, now)}`
  if (state === "queried") return "You asked: the hub will answer"
  if (state === "countered") return "You proposed: the hub will answer"
  if (until) return `${until < now ? "Your hold ran out" : "You hold a place until"} ${slot(until, now)}${person === "agrees" ? " · the person agrees" : ""}`
  return `Answer by ${slot(by, now)}`
}
