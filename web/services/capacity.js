/** The lines of a service's count as rows of a table; what was never counted says so. */
import { html } from "../html.js"
import { unitsAt } from "./counts.js"
import { whatOf } from "./words.js"

export const NUMBERS = [
  ["free", "Free"],
  ["usable", "Usable"],
  ["commissioned", "Commissioned"],
  ["occupied", "Occupied"],
  ["booked", "Booked"],
  ["held", "Held"],
  ["contingency", "Kept back"],
  ["spot", "Spot"],
]

export const NumberHeads = () => NUMBERS.map(([, words]) => html`<th class="nhsuk-table__header hw-number" scope="col">${words}</th>`)

/** A `tbody` of one service: `lead` draws its first cell over all of its lines. */
export function CapacityRows({ row, codes, now, lead, last }) {
  const units = unitsAt(row, now)
  const rows = Math.max(1, units.length)
  const line = (cells, first) => html`<tr class="nhsuk-table__row">${first && lead?.(rows)}${cells}${first && last?.(rows)}</tr>`
  if (!units.length) return html`<tbody>${line(html`<td class="nhsuk-table__cell hw-quiet" colspan=${NUMBERS.length + 1}>Has not said what it has</td>`, true)}</tbody>`
  return html`<tbody>${units.map((unit, at) => line(html`
    <td class="nhsuk-table__cell hw-unit"><strong>${unit.key}</strong> <span class="hw-quiet">${whatOf(unit, codes)}</span></td>
    ${NUMBERS.map(([name, words]) => html`<td class=${`nhsuk-table__cell hw-number hw-number--${name}`}><span class="hw-cell__label" aria-hidden="true">${words} </span>${unit[name]}</td>`)}`, at === 0))}</tbody>`
}
