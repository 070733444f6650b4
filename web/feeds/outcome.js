/** What came of an action, in words; it takes the focus, since what had it may be gone. */
import { html, useLayoutEffect, useRef } from "../html.js"
import { stateWords } from "./words.js"

/** `outcome`: {words, results: [{message_id, state, words}]}. */
export function Outcome({ outcome, onHide, children }) {
  const box = useRef(null)
  useLayoutEffect(() => box.current.focus(), [outcome])
  const { words, results } = outcome
  return html`<div class=${`hw-notice ${outcome.refused ? "" : "hw-outcome"}`} role="group" aria-label="What came of it" tabindex="-1" ref=${box}>
    <p><strong>${words}</strong></p>
    ${results.length > 1 && html`<ul class="hw-outcome__list">${results.map((each) => html`<li key=${each.message_id}>
      <a href=${`/feeds/messages/${each.message_id}`}>Message ${each.message_id}</a> ${stateWords(each.state)}${each.state === "applied" || !each.words ? "" : `: ${each.words}`}
    </li>`)}</ul>`}
    <p>${children} <button class="hw-link" type="button" onClick=${onHide}>Hide</button></p>
  </div>`
}
