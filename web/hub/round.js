/** The board round: when the last was held, what is new since, on a page of its own for paper, that one is held now, and that this was a mistake. */
import { focusNow } from "../focus.js"
import { html, useRef, useState } from "../html.js"
import { Problem, put } from "../http.js"
import { newId } from "../ids.js"
import { may } from "../session.js"
import { slot } from "../time.js"

/** The position since which all is news on this hub's board, null before any round was held. */
export const sinceOf = (store, hubId) => store.rounds.value.get(hubId)?.rounds[0]?.since ?? null

const HELD = "Recorded. What happens from now on is new for the next round."
const UNDONE = "Undone. What was new before it is new again."

export function BoardRound({ me, store, now, news }) {
  const [said, say] = useState("")
  const [undoable, setUndoable] = useState(null)
  const [next, holds] = [useRef(newId()), useRef(null)]
  const held = store.rounds.value.get(me.hub_id)

  async function tell(path, words, then) {
    try {
      await put(`/hubs/${me.hub_id}/board-rounds/${path}`, {})
      then()
      say(words)
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      say(problem.message)
    }
  }

  // Sent again after no answer it is the same round.
  const hold = () => tell(next.current, HELD, () => (setUndoable(next.current), (next.current = newId())))
  function undo() {
    const goOnTo = focusNow()
    return tell(`${undoable}/undoing`, UNDONE, () => (goOnTo(holds.current), setUndoable(null)))
  }

  if (!me.hub_id) return null
  return html`<div class="hw-round">
    <p>${held ? html`Last board round <strong>${slot(held.held_at, now)}</strong> · <a href="/board/since">${news === 1 ? "1 card" : `${news} cards`} with news since</a>` : "No board round was recorded yet."}</p>
    ${may(me, "hold_board_round") && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" ref=${holds} onClick=${hold}>Board round held</button>`}
    <p class="hw-quiet"><span role="status">${said}</span>
      ${undoable && html` <button class="hw-link" type="button" onClick=${undo}>Undo<span class="nhsuk-u-visually-hidden"> the board round</span></button>`}</p>
  </div>`
}
