/** What a service is asked: what it could run first, then the others, what it holds, and who starts today and tomorrow. */
import { html } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { daysBetween } from "../time.js"
import { couldRun } from "./needs.js"
import { Offer } from "./offer.js"

export function Provider({ codes, store, live }) {
  useKeptFocus()
  const now = live.minute.value
  const services = store.services.value
  const offers = [...store.offers.value.values()].map((offer) => ({ offer, service: services.get(offer.service_id) }))
  const open = offers.filter(({ offer }) => offer.state !== "confirmed").sort(byExpiry)
  const could = ({ offer, service }) => couldRun(offer, service, now)
  const held = open.filter(({ offer }) => offer.units.length)
  const asked = open.filter(({ offer }) => !offer.units.length)
  const left = offers.filter(({ offer }) => offer.arriving).sort((a, b) => a.offer.arriving.left_at.localeCompare(b.offer.arriving.left_at))
  const soon = offers.filter(({ offer }) => offer.state === "confirmed" && !offer.arriving).sort((a, b) => a.offer.arrive_from.localeCompare(b.offer.arrive_from))
  const near = ({ offer }) => daysBetween(now, offer.arrive_from) <= 1
  const list = (title, those, empty) => html`<${List} title=${title} those=${those} empty=${empty} codes=${codes} now=${now} />`
  return html`<h1 class="nhsuk-heading-m">Requests</h1>
    ${live.refusal.value && html`<p>${live.refusal.value}</p>`}
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the requests…</p>`}
    ${live.first.value && html`
      ${left.some(isExpected) && list("Left hospital for you", left.filter(isExpected))}
      ${list("You could run", asked.filter(could), "Nothing that you have room for by your last count.")}
      ${list("Other requests", asked.filter((each) => !could(each)), "No other requests.")}
      ${held.length > 0 && list("You hold a place for", held)}
      ${list("Starts today and tomorrow", soon.filter(near), "Nobody starts today or tomorrow.")}
      ${soon.some((each) => !near(each)) && list("Later starts", soon.filter((each) => !near(each)))}
      ${left.some(isMet) && list("In your care", left.filter(isMet))}`}`
}

const isMet = ({ offer }) => Boolean(offer.arriving.contact_at)
const isExpected = (each) => !isMet(each)

const byExpiry = (a, b) => (a.offer.expires_at ?? "").localeCompare(b.offer.expires_at ?? "") || a.offer.id.localeCompare(b.offer.id)

const List = ({ title, those, empty, codes, now }) => html`<section>
  <h2 class="nhsuk-heading-s">${title} <span class="hw-quiet">(${those.length})</span></h2>
  ${those.length ? html`<ul class="hw-offers">${those.map(({ offer, service }) => html`<${Offer} key=${offer.id} offer=${offer} service=${service} codes=${codes} now=${now} />`)}</ul>` : html`<p class="hw-empty">${empty}</p>`}
</section>`
