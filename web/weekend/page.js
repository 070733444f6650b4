/** The weekend on one page: who leaves and what is missing, whom to ring, what is handed over, what would free most. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { slot } from "../time.js"
import { whoseOf } from "../whose.js"
import { Freeing } from "./freeing.js"
import { Calls, Escalated, Left, Pinned, Ready } from "./handover.js"
import { LeavingList } from "./leaving.js"
import { between, people } from "./words.js"

export function WeekendPage({ me, codes, store, live, told, trouble, whose, choose }) {
  const now = live.minute.value
  const options = whoseOf(me, store.places.value)
  const nameOfStay = (id) => nameOf(store.spells.value.get(id)?.person)
  const its = { codes, now, nameOfStay, places: store.places.value, staff: store.staff.value }
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">Weekend list and handover</h1>
      ${told && html`<p class="hw-quiet">${between(told.weekend)} · ${leavingWords(told.leaving)} · as at ${slot(told.at, now)}</p>`}</div>
    ${trouble && html`<p class="hw-notice" role="alert">${trouble}</p>`}
    <div class="hw-filters hw-no-print"><div class="hw-filter"><label for="whose">Whose</label>
      <select class="nhsuk-select" id="whose" value=${whose} onChange=${({ target }) => choose(target.value)}>
        ${options.map(({ code, words }) => html`<option key=${code} value=${code} selected=${code === whose}>${words}</option>`)}
      </select></div>
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => print()}>Print this list</button></div>
    <p class="hw-weekend-whose">${options.find(({ code }) => code === whose)?.words}</p>
    ${told && html`<div class="hw-weekend">
      <${LeavingList} leaving=${told.leaving} ...${its} />
      <${Calls} calls=${told.calls} />
      <${Freeing} freeing=${told.freeing} ...${its} />
      <${Left} left=${told.left} ...${its} />
      <${Escalated} escalations=${told.escalations} ...${its} />
      <${Pinned} notes=${told.notes} ...${its} />
      <${Ready} ready=${told.ready} ...${its} />
    </div>`}`
}

function leavingWords(leaving) {
  const lacking = leaving.filter(({ missing }) => missing.length).length
  return `${people(leaving.length)} to leave${lacking ? `, ${lacking} with something missing` : ""}`
}
