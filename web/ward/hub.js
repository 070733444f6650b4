/** What the hub does for a person on the ward list; who has no case is referred, or the hub is told early. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { Pinned } from "../notes.js"
import { hubStatus } from "./status.js"

export function Hub({ spell, kase, staff, now, can, act }) {
  const whose = html`<span class="nhsuk-u-visually-hidden"> ${nameOf(spell.person)}</span>`
  const refer = (words) => html`<a href=${`/wards/${spell.ward_id}/refer/${spell.id}`} data-focus=${`refer ${spell.id}`}>${words}${whose}</a>`
  if (!kase) {
    if (!can.refer) return html`<span class="hw-quiet">Not referred</span>`
    return html`<span class="hw-hub">${refer("Refer")}
      ${can.alert && html`<button class="hw-link" type="button" data-focus=${`alert ${spell.id}`} onClick=${() => act.alert(spell)}>Tell the hub early<span class="nhsuk-u-visually-hidden"> about ${nameOf(spell.person)}</span></button>`}</span>`
  }
  const [early, earlier] = [kase.stage === "expected" && kase.spell_id === spell.id, kase.spell_id !== spell.id]
  return html`<span class="hw-hub">
    <a href=${`/cases/${kase.id}`} data-focus=${`case ${spell.id}`}>${hubStatus(kase, staff, now)}<span class="nhsuk-u-visually-hidden">: open the case of ${nameOf(spell.person)}</span></a>
    <${Pinned} note=${kase.pinned} />
    ${can.refer && early && refer("Refer")}
    ${can.refer && earlier && refer("Track this case")}
  </span>`
}
