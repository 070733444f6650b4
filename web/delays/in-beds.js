/** Everybody who no longer meets the requirements to remain in a community bed and is still there, and why. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { day } from "../time.js"
import { unwellWords } from "./measured.js"
import { Reason, WaitsFor } from "./words.js"

export const InBeds = ({ people, codes, store, now }) => html`<section class="hw-part" aria-labelledby="in-beds">
  <h2 class="nhsuk-heading-s" id="in-beds">In community beds <span class="hw-quiet">(${people.length})</span></h2>
  ${people.length === 0 && html`<p class="hw-empty">Nobody who could leave a community bed is still there. People come here when their service records that they no longer meet the requirements to remain.</p>`}
  ${people.length > 0 && html`<table class="nhsuk-table hw-delays" role="table">
    <caption class="nhsuk-u-visually-hidden">People who could leave a community bed, unexplained first, then by days</caption>
    <thead role="rowgroup"><tr role="row">${["Person", "Where", "Ready", "Why still here", "Since", "Nights"].map((name) => html`<th key=${name} role="columnheader" scope="col">${name}</th>`)}</tr></thead>
    <tbody>${people.map((each) => html`<${Line} key=${each.stay_id} delay=${each} stay=${store.stays.value.get(each.stay_id)} service=${store.services.value.get(each.service_id)} places=${store.places.value} codes=${codes} now=${now} />`)}</tbody>
  </table>`}
</section>`

function Line({ delay, stay, service, places, codes, now }) {
  return html`<tr role="row">
    <td role="cell" data-label="Person"><a href=${`/cases/${delay.case_id}#stay`}>${nameOf(stay?.person)}</a></td>
    <td role="cell" data-label="Where">${service?.name ?? ""}</td>
    <td role="cell" data-label="Ready">${delay.days === 0 ? "today" : `${delay.days} d`}</td>
    <td role="cell" data-label="Why"><${Reason} codes=${codes} reason=${delay.reason} /><${WaitsFor} delay=${delay} codes=${codes} places=${places} />${delay.how === "override" && html` <span class="hw-quiet">set by hand</span>`}</td>
    <td role="cell" data-label="Since">${day(delay.since, now)}</td>
    <td role="cell" data-label="Nights">${delay.nights}${delay.contested ? html` <strong class="nhsuk-tag nhsuk-tag--yellow">${delay.contested} contested</strong>` : ""}${delay.became_unwell ? html` <span class="hw-quiet">${unwellWords(delay.became_unwell)}</span>` : ""}</td>
  </tr>`
}
