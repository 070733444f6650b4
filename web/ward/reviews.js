/**
 * Reviews given here and not yet seen in the rows. Each has its own id and time, so it may be sent again until the
 * server has it; one person's reviews go in the order in which they were given.
 */
import { signal } from "../html.js"
import { put } from "../http.js"
import { newId } from "../ids.js"

const PAUSE = 3_000

/** `pending` is a signal: spell id -> {outcome, criteria, state: "sending" | "waiting" | "refused", words, position}. */
export function reviewQueue(serverTime) {
  const pending = signal(new Map())
  const turns = new Map()

  function give(spellId, outcome, criteria = []) {
    const review = { id: newId(), outcome, criteria, at: serverTime() }
    show(spellId, { ...review, state: "sending" })
    const turn = (turns.get(spellId) ?? Promise.resolve()).then(() => send(spellId, review))
    turns.set(spellId, turn)
  }

  async function send(spellId, review) {
    const { id, ...body } = review
    for (;;) {
      try {
        const { position } = await put(`/spells/${spellId}/reviews/${id}`, { ...body, words: null })
        return show(spellId, { ...review, state: "sent", position })
      } catch (problem) {
        if (!problem.passing) return show(spellId, { ...review, state: "refused", words: problem.message })
        show(spellId, { ...review, state: "waiting", words: problem.message })
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
      }
    }
  }

  /** Shows how a review stands, unless a later one of the same person is shown already. */
  function show(spellId, review) {
    const shown = pending.value.get(spellId)
    if (shown && shown.id !== review.id && shown.at > review.at) return
    pending.value = new Map(pending.value).set(spellId, review)
  }

  function forget(spellId) {
    const left = new Map(pending.value)
    left.delete(spellId)
    pending.value = left
  }

  const unsent = () => [...pending.value.values()].some(({ state }) => state === "sending" || state === "waiting")
  addEventListener("beforeunload", (event) => unsent() && event.preventDefault())
  return { pending, give, forget }
}

/** The spell as it will be once its pending review is in the rows; a row that has caught up is left as it is. */
export function reviewed(spell, review) {
  if (!review || review.state === "refused" || spell.position >= review.position) return spell
  return { ...spell, criteria: review.outcome, criteria_met: review.criteria, reviewed_at: review.at, proposed_ready: null }
}
