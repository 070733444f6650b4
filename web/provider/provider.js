/** What a service is asked: whether it keeps what it holds, what it could run first, then the others, what it holds, what it has to do, the nights that are put down to it, and who starts today and tomorrow. */
import { html } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { PlacesToFree } from "../exit-chain/places.js"
import { useFirstReadings } from "../reading.js"
import { daysBetween } from "../time.js"
import { couldRun } from "./needs.js"
import { OwnNights } from "./nights.js"
import { Offer } from "./offer.js"
import { ToDo } from "./to-do.js"

export function Provider({ me, codes, store, live }) {
  useKeptFocus()
  const come = useFirstReadings(live.first.value)
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
  const answering = [
    { title: "Keep or release?", those: unsettled },
    { title: "Left hospital for you", those: left.filter(isExpected) },
    { title: "You could run", those: asked.filter(could), empty: "Nothing that you have room for by your last count." },
    { title: "Other requests", those: asked.filter((each) => !could(each)), empty: "No other requests." },
    { title: "You hold a place for", those: held },
  ]
  const coming = [
    { title: "Starts today and tomorrow", those: soon.filter(near), empty: "Nobody starts today or tomorrow." },
    { title: "Later starts", those: soon.filter((each) => !near(each)) },
    { title: "In your care", those: left.filter(isMet) },
  ]
  const own = me.role === "provider" && [
    html`<${ToDo} key="to do" now=${now} news=${news} />`,
    html`<${PlacesToFree} key="places" now=${now} news=${news} />`,
    html`<${OwnNights} key="nights" codes=${codes} now=${now} news=${news} />`,
  ]
  const drawn = ({ title, those, empty }) => listed(title, those, empty, { me, codes, now })
  return html`<h1 class="nhsuk-heading-m">Requests</h1>
    ${live.refusal.value && html`<p>${live.refusal.value}</p>`}
    ${!come && !live.refusal.value && html`<p class="hw-empty">Reading the requests…</p>`}
    ${live.first.value && html`<div class="hw-offers" aria-busy=${!come}>${[answering.flatMap(drawn), own, coming.flatMap(drawn)].flat()}</div>`}`
}

const isMet = ({ offer }) => Boolean(offer.arriving.contact_at)
const isExpected = (each) => !isMet(each)

const byExpiry = (a, b) => (a.offer.expires_at ?? "").localeCompare(b.offer.expires_at ?? "") || a.offer.id.localeCompare(b.offer.id)

/** All groups are keyed children of one parent: an offer that moves to another one keeps what is open and typed in it. */
function listed(title, those, empty, its) {
  if (!those.length && !empty) return []
  return [
    html`<h2 class="nhsuk-heading-s" key=${title}>${title} <span class="hw-quiet">(${those.length})</span></h2>`,
    !those.length && html`<p class="hw-empty" key=${`no ${title}`}>${empty}</p>`,
    ...those.map(({ offer, service }) => html`<${Offer} key=${offer.id} offer=${offer} service=${service} ...${its} />`),
  ]
}
