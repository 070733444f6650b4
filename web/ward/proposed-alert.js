/** The feed's proposal to tell the hub early of somebody, and its two answers; either settles it for good. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { wordsOf } from "../session.js"

/** Whether it waits for an answer: of who has a case the hub knows already. */
export const isProposed = (spell, kase) => Boolean(spell.proposed_alert?.length) && !kase

export function ProposedAlert({ spell, kase, codes, can, act }) {
  if (!isProposed(spell, kase)) return null
  const about = html`<span class="nhsuk-u-visually-hidden"> about ${nameOf(spell.person)}</span>`
  const why = spell.proposed_alert.map((reason) => wordsOf(codes.alert_reasons, reason)).join("; ")
  const notNeeded = ({ currentTarget }) => {
    currentTarget.closest("tr").focus() // the button goes with its answer
    act.no(spell)
  }
  return html`<div class="hw-proposed"><span class="hw-plan">Proposed: tell the hub early (${why})</span>
    ${can.alert && html`<button class="hw-link" type="button" data-focus=${`proposed ${spell.id}`} onClick=${() => act.alert(spell)}>Tell the hub${about}</button> `}
    ${can.hubNeed && html`<button class="hw-link" type="button" data-focus=${`not needed ${spell.id}`} onClick=${notNeeded}>Not needed<span class="nhsuk-u-visually-hidden"> for ${nameOf(spell.person)}</span></button>`}
  </div>`
}
