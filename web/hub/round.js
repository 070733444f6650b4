/** The board round: when the last was held, what is new since, on a page of its own for paper, and that one is held now. */
import { html, useState } from "../html.js"
import { Problem, put } from "../http.js"
import { newId } from "../ids.js"
import { may } from "../session.js"
import { slot } from "../time.js"

/** The position since which all is news on this hub's board, null before any round was held. */
export const sinceOf = (store, hubId) => store.rounds.value.get(hubId)?.rounds[0]?.since ?? null

export function BoardRound({ me, store, now, news }) {
  const [said, say] = useState("")
  const held = store.rounds.value.get(me.hub_id)

  async function hold() {
    try {
      await put(`/hubs/${me.hub_id}/board-rounds/${newId()}`, {})
      say("Recorded. What happens from now on is new for the next round.")
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      say(problem.message)
    }
  }

  if (!me.hub_id) return null
  return html`<div class="hw-round">
    <p>${held ? html`Last board round <strong>${slot(held.held_at, now)}</strong> · <a href="/board/since">${news === 1 ? "1 card" : `${news} cards`} with news since</a>` : "No board round was recorded yet."}</p>
    ${may(me, "hold_board_round") && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${hold}>Board round held</button>`}
    <p role="status" class="hw-quiet">${said}</p>
  </div>`
}
