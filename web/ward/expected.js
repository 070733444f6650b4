/** Who is to come to this ward. Nobody is in a bed for it, so they are neither counted nor reviewed. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { slot, years } from "../time.js"

/** `spells`: those expected, in the order in which they are to come. */
export function Expected({ spells, now }) {
  if (spells.length === 0) return null
  return html`<section class="hw-expected" aria-labelledby="expected">
    <h2 class="nhsuk-heading-s" id="expected">Expected <span class="hw-quiet">${spells.length}</span></h2>
    <ul>${spells.map((spell) => html`<li key=${spell.id}>
      <strong>${nameOf(spell.person)}</strong> <span class="hw-quiet">${spell.person?.birth_date ? years(spell.person.birth_date, now) : "age not known"}</span>
      <span>${when(spell, now)}</span>
      ${spell.bed && html`<span>bed <span class="hw-bed">${spell.bed}</span></span>`}
    </li>`)}</ul>
  </section>`
}

export const inOrderOfComing = (a, b) => (a.expected_at < b.expected_at ? -1 : Number(a.expected_at > b.expected_at))

function when({ expected_at: at }, now) {
  if (Date.parse(at) < Date.parse(now)) return html`<span class="hw-overdue">was to come ${slot(at, now)}</span>`
  return `to come ${slot(at, now)}`
}
