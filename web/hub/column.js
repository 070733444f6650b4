/** One column of the board: its heading with the count, its cards, or what to do when there are none. */
import { html } from "../html.js"
import { Card } from "./card.js"

/** `all` counts the column before filters, so that "3 of 12" tells what a filter hides. */
export function Column({ stage, title, empty, cards, all, codes, places, now, delays, fresh, since }) {
  const shown = cards.length === all ? `${all}` : `${cards.length} of ${all}`
  const news = ({ kase, spell }) => fresh.get(kase.id) ?? fresh.get(spell?.id)
  return html`<section class="hw-column" aria-labelledby=${`column-${stage}`}>
    <h2 class="hw-column__title" id=${`column-${stage}`}>${title} <span class="hw-count">${shown}</span></h2>
    ${cards.length > 0 && html`<ul class="hw-cards">
      ${cards.map((card) => html`<${Card} key=${card.kase.id} card=${card} codes=${codes} places=${places} now=${now} delay=${delays.get(card.kase.spell_id)} since=${since} news=${news(card)} />`)}
    </ul>`}
    ${cards.length === 0 && html`<p class="hw-empty">${all ? "No card here fits the filters." : empty}</p>`}
  </section>`
}
