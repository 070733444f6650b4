/** One person who could go: where, by what, and what they leave behind. */
import { html } from "../html.js"
import { packageWords } from "../search/need.js"
import { ifWords, leftBehind, whereWords } from "./words.js"

export function Move({ move, codes, places, now }) {
  const { who } = move
  return html`<li class="hw-offer">
    <p><a href=${`/cases/${who.case_id}`} data-focus=${who.case_id}><strong>${who.name}</strong></a> <span class="hw-quiet">${whereWords(who, places)}</span></p>
    <p>to <a href=${`/services/${move.service_id}`}>${move.service}</a>, <span class="hw-chain__if">${ifWords(move, now)}</span>${move.asked ? "" : " · not asked for them yet"}</p>
    <p class="hw-quiet">${packageWords(who.package, codes)}</p>
    <p>${leftBehind(who)}</p>
  </li>`
}
