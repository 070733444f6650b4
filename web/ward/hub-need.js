/** Needs the hub? Yes, no or don't know, in one tap; not yet asked is none of them. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { wordsOf } from "../session.js"
import { Pending } from "./pending.js"

/** Whether it is still to be asked: of who no longer meets the criteria, has no answer, and is not with the hub already. */
export const isAsked = (spell, kase) => spell.criteria === "no_longer_meets" && !spell.needs_hub && !kase

export function HubNeed({ spell, kase, codes, can, act, entries, outbox }) {
  return html`
    ${isAsked(spell, kase) && html`<span class="hw-overdue hw-asked">Not asked</span>`}
    ${can.hubNeed ? html`<${Answers} spell=${spell} codes=${codes} act=${act} />` : html`<span>${needWords(spell, codes)}</span>`}
    <${Pending} entries=${entries} what="hub-need" outbox=${outbox} />`
}

/** "Yes", "No", "Don't know"; "" where nobody has answered. */
export const needWords = ({ needs_hub: need }, codes) => (need ? wordsOf(codes.hub_needs, need) : "")

function Answers({ spell, codes, act }) {
  return html`<div class="hw-review" role="group" aria-label=${`Does ${nameOf(spell.person)} need the hub?`}>
    ${codes.hub_needs.map(({ code, words }) => html`<button type="button" key=${code} data-focus=${`${code} ${spell.id}`} aria-pressed=${spell.needs_hub === code}
      onClick=${() => act[code](spell)}>${words}</button>`)}
  </div>`
}
