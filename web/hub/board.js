/** The hub's board: columns derived from facts, live. */
import { html } from "../html.js"
import { useKeptFocus } from "../focus.js"
import { COLUMNS, cardsOf, inOrder } from "./cards.js"
import { Column } from "./column.js"
import { Filters } from "./filters.js"
import { NoteSearch } from "./note-search.js"
import { BoardRound } from "./round.js"
import { between } from "../weekend/words.js"

export function Board({ me, codes, store, live, filters, delays, weekend }) {
  useKeptFocus()
  const now = live.minute.value
  const cards = cardsOf(store, now).sort(inOrder)
  const shown = cards.filter(filters.passes)
  const inStage = (list, stage) => list.filter(({ kase }) => kase.stage === stage)
  return html`
    <div class="hw-title"><h1 class="nhsuk-heading-m">${store.places.value.get(me.hub_id)?.name ?? "Board"}</h1><p class="hw-quiet">${me.system_name}</p>
      ${weekend && html`<p><a href="/weekend">Weekend list: ${between(weekend)}</a></p>`}</div>
    ${live.first.value && html`<${BoardRound} me=${me} store=${store} now=${now} news=${cards.filter(({ moved }) => moved > (filters.since() ?? Infinity)).length} />`}
    ${!live.refusal.value && html`<${NoteSearch} me=${me} />`}
    ${!live.refusal.value && html`<${Filters} filters=${filters} wards=${wardsOf(store, cards)} codes=${codes} />`}
    ${!live.first.value && !live.refusal.value && html`<p class="hw-empty">Reading the board…</p>`}
    ${live.first.value && html`<div class="hw-board">
      ${COLUMNS.map((column) => html`<${Column} key=${column.stage} ...${column} cards=${inStage(shown, column.stage)} all=${inStage(cards, column.stage).length}
        codes=${codes} places=${store.places.value} now=${now} delays=${delays} fresh=${store.fresh.value} since=${filters.since()} />`)}
    </div>`}`
}

/** The wards that have a card, by name, for the filter. */
function wardsOf({ places }, cards) {
  const ids = new Set(cards.map(({ spell }) => spell?.ward_id))
  const wards = [...places.value.values()].filter(({ id }) => ids.has(id))
  return wards.map(({ id, name }) => ({ code: id, words: name })).sort((a, b) => a.words.localeCompare(b.words))
}
