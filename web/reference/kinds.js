/** Each kind of table: how much of it holds today, and when it changed last. */
import { html } from "../html.js"
import { localTime, longDate } from "../time.js"

export const Kinds = ({ kinds }) => html`<table class="nhsuk-table hw-list">
  <caption class="nhsuk-table__caption nhsuk-u-visually-hidden">What is loaded</caption>
  <thead><tr>${["Table", "Hold today", "Of any date", "Changed last"].map((words) => html`<th class="nhsuk-table__header" scope="col">${words}</th>`)}</tr></thead>
  <tbody>${kinds.map((each) => html`<tr key=${each.kind}>
    <th class="nhsuk-table__cell hw-list__name" scope="row">${each.says}</th>
    <td class="nhsuk-table__cell"><span class="hw-cell__label">Hold today: </span>${each.holding}</td>
    <td class="nhsuk-table__cell"><span class="hw-cell__label">Of any date: </span>${each.entries}</td>
    <td class="nhsuk-table__cell"><span class="hw-cell__label">Changed last: </span>${last(each)}</td>
  </tr>`)}</tbody>
</table>`

function last({ last, entries }) {
  if (!last) return entries ? "Not known" : "Nothing is loaded"
  const what = [`${last.added} added`, last.changed && `${last.changed} changed`, last.ended && `${last.ended} ended`]
  return `${longDate(last.at)} ${localTime(last.at)}, ${last.by ?? "at the terminal"}: ${what.filter(Boolean).join(", ")}`
}
