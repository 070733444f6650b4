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

const MOST_NAMED = 2

/**
 * Who is waited for, in words: what they are to the person, and the organisations that are known; "" where nobody is.
 * On the list of organisation `us` itself, it is us.
 */
export function waitsForWords({ owner, owners }, codes, places, us = null) {
  if (!owner) return ""
  if (us && owners.length === 1 && owners[0] === us) return "waits for: us"
  const names = owners.map((id) => places.get(id)?.name).filter(Boolean)
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ""
  const known = names.slice(0, MOST_NAMED).join(", ") + more
  return `waits for: ${wordsOf(codes.task_owners, owner)}${known && `, ${known}`}`
}

/** The same behind the reason. */
export function WaitsFor({ delay, codes, places, us = null }) {
  const words = waitsForWords(delay, codes, places, us)
  return words ? html` <span class="hw-quiet">– ${words}</span>` : null
}

/** One line for a card or a row: why somebody who is ready is still here, and who is waited for. */
export const WhyStillHere = ({ delay, codes, places, us = null }) =>
  delay ? html`<p class="hw-why"><${Reason} codes=${codes} reason=${delay.reason} where=${`/delays/${delay.spell_id}`} /><${WaitsFor} delay=${delay} codes=${codes} places=${places} us=${us} /></p>` : null

export const pounds = (number) => `£${number.toLocaleString("en-GB")}`
