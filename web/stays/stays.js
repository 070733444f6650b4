/** The people in services: whose six weeks end, who has no exit plan, whose review is due, and who is to be asked since. */
import { html } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { nameOf } from "../names.js"
import { count } from "../ready.js"
import { wordsOf } from "../session.js"
import { StayActions } from "./actions.js"
import { StayLines } from "./lines.js"
import { StillHere } from "./still-here.js"
import { GROUPS } from "./words.js"

export function Stays({ me, codes, store, live, why }) {
  useKeptFocus()
  const now = live.minute.value
  const stays = [...store.stays.value.values()].sort((a, b) => a.lasts_until.localeCompare(b.lasts_until) || a.id.localeCompare(b.id))
  const groupOf = (stay) => GROUPS.find(({ holds }) => holds(stay, now))
  const news = Math.max(0, ...[...store.stays.value.values(), ...store.stayNights.value.values()].map(({ position }) => position))
  const its = { me, codes, now, news, why, services: store.services.value, places: store.places.value }
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">In intermediate care</h1><p class="hw-quiet">${count(stays.filter(({ ended_at: ended }) => !ended).length, "person").replace("persons", "people")}</p></div>
    ${live.refusal.value && html`<p class="hw-empty">${live.refusal.value}</p>`}
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the stays…</p>`}
    ${live.first.value && stays.length === 0 && html`<p class="hw-empty">Nobody is in a service. People come here when first contact is confirmed.</p>`}
    ${live.first.value && GROUPS.map((group) => html`<${Group} key=${group.title} title=${group.title} stays=${stays.filter((stay) => groupOf(stay) === group)} ...${its} />`)}`
}

const Group = ({ title, stays, ...its }) => stays.length > 0 && html`<section>
  <h2 class="nhsuk-heading-s">${title} <span class="hw-quiet">(${stays.length})</span></h2>
  <ul class="hw-offers">${stays.map((stay) => html`<${Stay} key=${stay.id} stay=${stay} ...${its} />`)}</ul>
</section>`

function Stay({ stay, me, codes, now, news, why, services, places }) {
  const [name, heading] = [nameOf(stay.person), `stay-${stay.id}`]
  const inHub = me.role !== "provider"
  return html`<li class="hw-offer" aria-labelledby=${heading}>
    <div class="hw-offer__head"><h3 class="nhsuk-heading-xs" id=${heading} tabindex="-1" data-focus=${stay.id}>${inHub ? html`<a href=${`/cases/${stay.case_id}`}>${name}</a>` : name}</h3></div>
    <p class="hw-quiet">${services.get(stay.service_id)?.name ?? ""} · ${wordsOf(codes.service_lines, stay.line)}</p>
    <${StayLines} stay=${stay} codes=${codes} now=${now} />
    <${StillHere} stay=${stay} name=${name} me=${me} codes=${codes} places=${places} now=${now} why=${why.get(stay.id)} news=${news} />
    <${StayActions} stay=${stay} name=${name} me=${me} codes=${codes} now=${now} />
  </li>`
}
