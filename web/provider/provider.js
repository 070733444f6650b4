/** What a service is asked: whether it keeps what it holds, what it could run first, then the others, what it holds, what it has to do, and who starts today and tomorrow. */
import { html } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { PlacesToFree } from "../exit-chain/places.js"
import { daysBetween } from "../time.js"
import { couldRun } from "./needs.js"
import { Offer } from "./offer.js"
import { ToDo } from "./to-do.js"

export function Provider({ me, codes, store, live }) {
  useKeptFocus()
  const now = live.minute.value
  const services = store.services.value
  const offers = [...store.offers.value.values()].map((offer) => ({ offer, service: services.get(offer.service_id) }))
  const open = offers.filter(({ offer }) => offer.state !== "confirmed").sort(byExpiry)
  const could = ({ offer, service }) => couldRun(offer, service, now)
  const unsettled = offers.filter(({ offer }) => offer.question).sort((a, b) => a.offer.question_at.localeCompare(b.offer.question_at))
  const held = open.filter(({ offer }) => offer.units.length && !offer.question)
  const asked = open.filter(({ offer }) => !offer.units.length && !offer.question)
  const left = offers.filter(({ offer }) => offer.arriving && !offer.question).sort((a, b) => a.offer.arriving.left_at.localeCompare(b.offer.arriving.left_at))
  const soon = offers.filter(({ offer }) => offer.state === "confirmed" && !offer.question && !offer.arriving).sort((a, b) => a.offer.arrive_from.localeCompare(b.offer.arrive_from))
  const near = ({ offer }) => daysBetween(now, offer.arrive_from) <= 1
  const news = `${now} ${Math.max(0, ...offers.map(({ offer }) => offer.position))}`
  const list = (title, those, empty) => html`<${List} title=${title} those=${those} empty=${empty} me=${me} codes=${codes} now=${now} />`
  return html`<h1 class="nhsuk-heading-m">Requests</h1>
    ${live.refusal.value && html`<p>${live.refusal.value}</p>`}
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the requests…</p>`}
    ${live.first.value && html`
      ${unsettled.length > 0 && list("Keep or release?", unsettled)}
      ${left.some(isExpected) && list("Left hospital for you", left.filter(isExpected))}
      ${list("You could run", asked.filter(could), "Nothing that you have room for by your last count.")}
      ${list("Other requests", asked.filter((each) => !could(each)), "No other requests.")}
      ${held.length > 0 && list("You hold a place for", held)}
      ${me.role === "provider" && html`<${ToDo} now=${now} news=${news} />`}
      ${me.role === "provider" && html`<${PlacesToFree} now=${now} news=${news} />`}
      ${list("Starts today and tomorrow", soon.filter(near), "Nobody starts today or tomorrow.")}
      ${soon.some((each) => !near(each)) && list("Later starts", soon.filter((each) => !near(each)))}
      ${left.some(isMet) && list("In your care", left.filter(isMet))}`}`
}

const isMet = ({ offer }) => Boolean(offer.arriving.contact_at)
const isExpected = (each) => !isMet(each)

const byExpiry = (a, b) => (a.offer.expires_at ?? "").localeCompare(b.offer.expires_at ?? "") || a.offer.id.localeCompare(b.offer.id)

const List = ({ title, those, empty, me, codes, now }) => html`<section>
  <h2 class="nhsuk-heading-s">${title} <span class="hw-quiet">(${those.length})</span></h2>
  ${those.length ? html`<ul class="hw-offers">${those.map(({ offer, service }) => html`<${Offer} key=${offer.id} offer=${offer} service=${service} me=${me} codes=${codes} now=${now} />`)}</ul>` : html`<p class="hw-empty">${empty}</p>`}
</section>`
