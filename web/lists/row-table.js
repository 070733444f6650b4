/** The rows of a list, each with what it will do or did, why not, and what of it is left out. */
import { html } from "../html.js"
import { DOES, whatWords } from "./words.js"

/** `onToggle(row)` leaves a row out, or takes it in again; null once that is over. */
export function RowTable({ rows, said, leaveOut, onToggle }) {
  if (!rows.length) return html`<p class="hw-empty">There is no row below the headings.</p>`
  const columns = ["Row", "Bed", "Name", onToggle ? "What happens" : "What happened", ...(onToggle ? ["Bring in"] : [])]
  return html`<table role="table" class="nhsuk-table hw-list hw-rows">
    <caption class="nhsuk-u-visually-hidden">Rows of the list</caption>
    <thead class="nhsuk-table__head" role="rowgroup"><tr role="row">${columns.map((words) => html`<th class="nhsuk-table__header" role="columnheader" scope="col">${words}</th>`)}</tr></thead>
    <tbody role="rowgroup" class="nhsuk-table__body">${rows.map((row) => html`<${Row} key=${row.row} row=${said(row)} left=${leaveOut.has(row.row)} onToggle=${onToggle} />`)}</tbody>
  </table>`
}

function Row({ row, left, onToggle }) {
  const out = left && !row.done
  return html`<tr role="row" class=${`nhsuk-table__row hw-rows__row--${out ? "left_out" : row.what}`}>
    <td role="cell" class="nhsuk-table__cell hw-quiet"><span class="hw-cell__label">Row </span>${row.row}</td>
    <td role="cell" class="nhsuk-table__cell">${row.ward} ${row.bed && html`<span class="hw-bed">${row.bed}</span>`}</td>
    <th class="nhsuk-table__cell hw-list__name" role="rowheader" scope="row">${row.name || html`<span class="hw-quiet">${row.what === "nobody" ? "nobody" : "name not kept"}</span>`}</th>
    <td role="cell" class="nhsuk-table__cell">
      <strong>${row.what === "cannot" && html`<span aria-hidden="true">⚠ </span>`}${whatWords({ ...row, what: out ? "left_out" : row.what })}</strong>
      ${[row.words, row.undone_words, ...row.notes].filter(Boolean).map((words) => html`<span class="hw-why">${words}</span>`)}
      ${row.done && row.case_id && html` <a href=${`/cases/${row.case_id}`}>Open the case</a>`}
    </td>
    ${onToggle && html`<td role="cell" class="nhsuk-table__cell">${!row.done && DOES.includes(row.what) && html`<${Take} row=${row} left=${left} onToggle=${onToggle} />`}</td>`}
  </tr>`
}

const Take = ({ row, left, onToggle }) => html`<div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
  <input class="nhsuk-checkboxes__input" id=${`take-${row.row}`} type="checkbox" checked=${!left} onChange=${() => onToggle(row.row)} />
  <label class="nhsuk-label nhsuk-checkboxes__label" for=${`take-${row.row}`}><span class="hw-cell__label" aria-hidden="true">Bring in</span><span class="nhsuk-u-visually-hidden">Bring in ${row.name}</span></label>
</div></div>`
