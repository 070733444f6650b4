/** Yours says, ours says: how many stand alike on both lists, then who does not. Made to be printed. */
import { html } from "../html.js"
import { localTime, shortDate } from "../time.js"
import { Title } from "./title.js"

const VERDICTS = [
  ["differs", "On both, and different"],
  ["only_yours", "On yours, not here"],
  ["only_ours", "Here, not on yours"],
  ["not_compared", "Could not be compared"],
  ["agrees", "The same on both"],
]

export function Comparison({ heading, comparison, onBack }) {
  const { at, yours, ours, share, counts, rows } = comparison
  return html`
    <${Title} heading=${heading} words="Yours says, ours says"><p class="hw-quiet">${shortDate(at)} ${localTime(at)}</p><//>
    <p class="hw-share">${share === null ? "Nobody is on either list." : html`<strong>${share} %</strong> stand alike on both lists. ${yours} on yours, ${ours} here.`}</p>
    <div class="nhsuk-button-group nhsuk-button-group--small hw-moves">
      <button class="nhsuk-button nhsuk-button--small" type="button" onClick=${() => print()}>Print</button>
      <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${onBack}>Back to the columns</button>
    </div>
    ${VERDICTS.filter(([verdict]) => counts[verdict]).map(([verdict, words]) => html`<section key=${verdict} aria-labelledby=${`verdict-${verdict}`}>
      <h2 class="nhsuk-heading-s" id=${`verdict-${verdict}`}>${words} (${counts[verdict]})</h2>
      <${People} rows=${rows.filter((row) => row.verdict === verdict)} words=${words} plain=${verdict === "agrees" || verdict.startsWith("only")} />
    </section>`)}`
}

const People = ({ rows, words, plain }) => html`<table role="table" class="nhsuk-table hw-list hw-rows">
  <caption class="nhsuk-u-visually-hidden">${words}</caption>
  <thead class="nhsuk-table__head" role="rowgroup"><tr role="row">${["Row", "Bed", "Name", ...(plain ? [] : ["What"])].map((column) => html`<th class="nhsuk-table__header" role="columnheader" scope="col">${column}</th>`)}</tr></thead>
  <tbody role="rowgroup" class="nhsuk-table__body">${rows.map((row) => html`<tr role="row" class="nhsuk-table__row">
    <td role="cell" class="nhsuk-table__cell hw-quiet">${row.row ?? "–"}</td>
    <td role="cell" class="nhsuk-table__cell">${row.ward} ${row.bed && html`<span class="hw-bed">${row.bed}</span>`}</td>
    <th class="nhsuk-table__cell hw-list__name" role="rowheader" scope="row">${row.name}</th>
    ${!plain && html`<td role="cell" class="nhsuk-table__cell">${row.words}${row.differences.map(({ what, yours, ours }) => html`<span class="hw-why"><strong>${what}:</strong> yours ${yours}, ours ${ours}</span>`)}</td>`}
  </tr>`)}</tbody>
</table>`
