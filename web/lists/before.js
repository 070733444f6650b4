/** The lists that were brought in lately, each with the way to what came of it. */
import { html } from "../html.js"
import { count } from "../ready.js"
import { localTime, shortDate } from "../time.js"
import { STATES, kindWords } from "./words.js"

export function Before({ lists }) {
  return html`<section aria-labelledby="before">
    <h2 class="nhsuk-heading-s" id="before">Brought in before</h2>
    ${lists.length === 0 && html`<p class="hw-empty">No list was brought in yet.</p>`}
    ${lists.length > 0 && html`<ul class="hw-before">${lists.map((list) => html`<li key=${list.list_id}>
      <a href=${`/lists/${list.list_id}`}>${kindWords(list.kind)}, ${shortDate(list.brought_at)} ${localTime(list.brought_at)}</a>
      <span class="hw-quiet"> ${count(list.rows, "row")} · ${list.by}</span> <strong class="nhsuk-tag nhsuk-tag--grey">${STATES[list.state]}</strong>
    </li>`)}</ul>`}
  </section>`
}
