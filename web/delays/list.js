/** Everybody who is ready to leave and still here, and why: what nobody can explain first, then the longest. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { count } from "../ready.js"
import { day } from "../time.js"
import { where } from "../where.js"
import { whoseOf } from "../whose.js"
import { InBeds } from "./in-beds.js"
import { Measured, unwellWords } from "./measured.js"
import { Reason, UNEXPLAINED, WaitsFor, pounds } from "./words.js"

export function Delays({ me, codes, store, live, told, inBeds, trouble, whose, choose }) {
  const now = live.minute.value
  const people = [...(told?.people ?? [])].sort(byNeed)
  const options = whoseOf(me, store.places.value)
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Why still here</h1>
      ${told && html`<p class="hw-quiet">${count(people.length, "person").replace("persons", "people")} ready · ${count(sum(people, "days"), "day")} · ${pounds(sum(people, "cost"))}</p>`}</div>
    ${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
    <div class="hw-filters hw-no-print"><div class="hw-filter"><label for="whose">Whose</label>
      <select class="nhsuk-select" id="whose" value=${whose} onChange=${({ target }) => choose(target.value)}>
        ${options.map(({ code, words }) => html`<option key=${code} value=${code} selected=${code === whose}>${words}</option>`)}
      </select></div>
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => print()}>Print this list</button></div>
    ${told && people.length === 0 && html`<p class="hw-empty">Nobody who is ready to leave is still here. People come here when a ward clinician records that they no longer meet the criteria to reside.</p>`}
    ${people.length > 0 && html`<${Families} people=${people} codes=${codes} />
    <table class="nhsuk-table hw-delays" role="table">
      <caption class="nhsuk-u-visually-hidden">People who are ready to leave, unexplained first, then by days</caption>
      <thead role="rowgroup"><tr role="row">${["Person", "Where", "Ready", "Why still here", "Since", "Nights"].map((name) => html`<th key=${name} role="columnheader" scope="col">${name}</th>`)}</tr></thead>
      <tbody>${people.map((each) => html`<${Line} key=${each.spell_id} delay=${each} spell=${store.spells.value.get(each.spell_id)} places=${store.places.value} codes=${codes} now=${now} />`)}</tbody>
    </table>`}
    <${Measured} wardId=${store.places.value.get(whose)?.place === "ward" ? whose : null} hubId=${whose === "hub" ? me.hub_id : null} codes=${codes} places=${store.places.value} now=${now} />
    ${inBeds && html`<${InBeds} people=${[...inBeds.people].sort(byNeed)} codes=${codes} store=${store} now=${now} />`}`
}

function Line({ delay, spell, places, codes, now }) {
  return html`<tr role="row">
    <td role="cell" data-label="Person"><a href=${`/delays/${delay.spell_id}`}>${nameOf(spell?.person)}</a></td>
    <td role="cell" data-label="Where">${where(places.get(delay.ward_id), delay.bed)}</td>
    <td role="cell" data-label="Ready">${delay.days === 0 ? "today" : `${delay.days} d`}</td>
    <td role="cell" data-label="Why"><${Reason} codes=${codes} reason=${delay.reason} /><${WaitsFor} delay=${delay} codes=${codes} places=${places} />
      ${delay.how === "override" && html` <span class="hw-quiet">set by hand</span>`}
      ${!delay.fits && html` <strong class="nhsuk-tag nhsuk-tag--orange">Does not fit the pathway</strong>`}</td>
    <td role="cell" data-label="Since">${day(delay.since, now)}</td>
    <td role="cell" data-label="Nights">${delay.nights}${delay.contested ? html` <strong class="nhsuk-tag nhsuk-tag--yellow">${delay.contested} contested</strong>` : ""}${delay.became_unwell ? html` <span class="hw-quiet">${unwellWords(delay.became_unwell)}</span>` : ""}</td>
  </tr>`
}

/** How many wait for what, by the national families, the most first. */
function Families({ people, codes }) {
  const familyOf = ({ reason }) => (reason ? codes.delay_reasons.find(({ code }) => code === reason)?.category ?? reason : UNEXPLAINED)
  const counts = new Map()
  for (const each of people) counts.set(familyOf(each), (counts.get(familyOf(each)) ?? 0) + 1)
  return html`<ul class="hw-families" aria-label="By kind of reason">${[...counts].sort(([, a], [, b]) => b - a).map(([family, number]) =>
    html`<li key=${family} class=${family === UNEXPLAINED ? "hw-overdue" : ""}><strong>${number}</strong> ${family}</li>`)}</ul>`
}

const sum = (people, what) => people.reduce((total, each) => total + each[what], 0)
const byNeed = (a, b) => Boolean(a.reason) - Boolean(b.reason) || b.days - a.days || a.ready_at.localeCompare(b.ready_at)
