/** What would free most bed days next: by what is in the way, with what it has cost so far and will cost. */
import { html, useState } from "../html.js"
import { count } from "../ready.js"
import { shortDate } from "../time.js"
import { reasonWords } from "../delays/words.js"
import { costWords } from "./words.js"

const FEW = 5

export function Freeing({ freeing, codes, nameOfStay }) {
  const [all, setAll] = useState(false)
  const shown = all ? freeing : freeing.slice(0, FEW)
  return html`<section aria-labelledby="freeing">
    <h2 class="nhsuk-heading-s" id="freeing">What would free most bed days next</h2>
    <p class="hw-no-print"><a href="/who-frees-what">Who frees what</a>: who waits for whose place in a service</p>
    ${freeing.length === 0 && html`<p class="hw-empty">Nobody who is ready is still here.</p>`}
    <ol class="hw-freeing">${shown.map((action) => html`<li key=${action.reason}>
      <p><strong class=${action.reason ? "" : "hw-overdue"}>${reasonWords(codes, action.reason)}</strong> <span class="hw-quiet">${action.reason ? codes.delay_reasons.find(({ code }) => code === action.reason)?.category : ""}</span></p>
      <p>${costWords(action)}</p>
      <p>${action.step}${action.frees ? html`: <strong>frees ${count(action.frees, "bed day")}</strong> by ${shortDate(action.until)}` : ""}</p>
      <p class="hw-quiet">${action.people.map((id, n) => html`${n > 0 && " · "}<a href=${`/delays/${id}`}>${nameOfStay(id)}</a>`)}</p>
    </li>`)}</ol>
    ${freeing.length > FEW && html`<button class="hw-link" type="button" aria-expanded=${all} onClick=${() => setAll(!all)}>${all ? "Show the first five" : `Show all ${freeing.length}`}</button>`}
  </section>`
}
