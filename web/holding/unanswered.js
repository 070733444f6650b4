/** On a card and on the ward list: how many have not said whether they keep what they hold, since when, and why. */
import { html } from "../html.js"
import { nameOf } from "../names.js"
import { wordsOf } from "../session.js"
import { unansweredWords } from "./words.js"

export function Unanswered({ kase, codes, now }) {
  if (!kase?.holders) return null
  return html`<p class="hw-unanswered"><a href=${`/cases/${kase.id}#holders`} data-focus=${`holders ${kase.id}`}>${unansweredWords(kase.holders, now)}<span class="nhsuk-u-visually-hidden">: ${nameOf(kase.person)}</span></a>
    ${" "}<span class="hw-quiet">${wordsOf(codes.unsettled, kase.holders.cause)}</span></p>`
}
