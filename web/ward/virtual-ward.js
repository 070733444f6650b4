/** Who went from this ward to the virtual ward: in no bed, not discharged. They come back to a bed, or leave. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { slot, years } from "../time.js"

export function VirtualWard({ spells, now, can, act }) {
  if (spells.length === 0) return null
  return html`<section class="hw-expected" aria-labelledby="virtual-ward">
    <h2 class="nhsuk-heading-s" id="virtual-ward">On the virtual ward <span class="hw-quiet">${spells.length}</span></h2>
    <ul>${spells.map((spell) => html`<li key=${spell.id}>
      <strong>${nameOf(spell.person)}</strong> <span class="hw-quiet">${spell.person?.birth_date ? years(spell.person.birth_date, now) : "age not known"}</span>
      <span>since ${slot(spell.virtual_ward_since, now)}</span>
      ${can.onWard && html`<button class="hw-link" type="button" data-focus=${`back ${spell.id}`} onClick=${() => act.onWard(spell)}>Back on the ward…<span class="nhsuk-u-visually-hidden">: ${nameOf(spell.person)}</span></button>`}
      ${can.left && html`<button class="hw-link" type="button" data-focus=${`left ${spell.id}`} onClick=${() => act.left(spell)}>Left hospital…<span class="nhsuk-u-visually-hidden">: ${nameOf(spell.person)}</span></button>`}
    </li>`)}</ul>
  </section>`
}
