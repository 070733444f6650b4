/** The words of why somebody is still here. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"

export const UNEXPLAINED = "Unexplained"

export const reasonWords = (codes, reason) => (reason ? `${wordsOf(codes.delay_reasons, reason)} (${reason})` : UNEXPLAINED)

/** The reason, in red where there is none; `where`: where it leads to. */
export function Reason({ codes, reason, where }) {
  const words = html`<span class=${reason ? "" : "hw-overdue"}>${reasonWords(codes, reason)}</span>`
  return where ? html`<a href=${where}>${words}</a>` : words
}

/** One line for a card or a row: why somebody who is ready is still here. */
export const WhyStillHere = ({ delay, codes }) =>
  delay ? html`<p class="hw-why"><${Reason} codes=${codes} reason=${delay.reason} where=${`/delays/${delay.spell_id}`} /></p>` : null

export const pounds = (number) => `£${number.toLocaleString("en-GB")}`
