/**
 * Changes made here and not yet seen in the rows. Each has its own id and time, so it may be sent again until the
 * server has answered; those about one person go in the order in which they were made. They live in this page's memory
 * only: who leaves it while some are not sent is asked first.
 */
import { computed, signal } from "../html.js"
import { Problem, get, holdPage, put } from "../http.js"
import { newId } from "../ids.js"

const PAUSE = 3_000
const PATIENCE = 10_000

/**
 * `changes` is a signal: spell id -> what was made of it, oldest first: {id, spell, what, row, state, words, position}.
 * `state` is sending, waiting, sent or refused. `give(spell, change)` takes a change of `changes.js`.
 */
export function outbox(me, serverTime) {
  const changes = signal(new Map())
  const turns = new Map()

  function give(spell, { what, ...change }) {
    const [id, at] = [newId(), serverTime()]
    const before = of(spell.id)
    const entry = { id, at, spell, what, path: change.path(id), body: change.body(at), row: change.row(at), state: before.some(isUnsent) ? "waiting" : "sending" }
    hold(spell.id, [...before.filter((each) => each.what !== what || each.state !== "refused"), entry])
    turns.set(spell.id, (turns.get(spell.id) ?? Promise.resolve()).then(() => send(entry)))
  }

  async function send(entry) {
    for (let tries = 0; ; tries++) {
      try {
        if (tries && (await get("/me")).staff_id !== me.staff_id) return show(entry, { state: "refused", words: SOMEBODY_ELSE })
        const { position } = await put(entry.path, entry.body, null, AbortSignal.timeout(PATIENCE))
        if (position === undefined) throw new Problem({}) // the answer was cut off: ask again
        return show(entry, { state: "sent", position })
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        if (!problem.passing && problem.status !== 401) return show(entry, { state: "refused", words: problem.message })
        show(entry, { state: "waiting", signedOut: problem.status === 401 })
        await pause()
      }
    }
  }

  /** Shows how a change stands. Of those that were sent only the latest of its kind still says something. */
  function show(entry, news) {
    const now = { ...entry, signedOut: false, ...news }
    const said = ({ id, what, state }) => id === now.id || !(now.state === "sent" && what === now.what && state === "sent")
    hold(entry.spell.id, of(entry.spell.id).filter(said).map((each) => (each.id === now.id ? now : each)))
  }

  const of = (spellId) => changes.value.get(spellId) ?? []
  const hold = (spellId, entries) => (changes.value = new Map(changes.value).set(spellId, entries))
  const forget = (entry) => hold(entry.spell.id, of(entry.spell.id).filter(({ id }) => id !== entry.id))
  const unsent = computed(() => [...changes.value.values()].flat().filter(isUnsent))

  const isHeld = () => unsent.value.length > 0
  holdPage(isHeld)
  addEventListener("beforeunload", (event) => isHeld() && event.preventDefault())
  return { changes, unsent, give, forget }
}

/** The spell as it will be once these are in its row; what the row has caught up with, or was refused, is left out. */
export function changed(spell, entries = []) {
  const ahead = entries.filter(({ state, position }) => state !== "refused" && !(spell.position >= position))
  return ahead.reduce((after, { row }) => ({ ...after, ...row }), spell)
}

const isUnsent = ({ state }) => state === "sending" || state === "waiting"

const SOMEBODY_ELSE = "Somebody else has signed in since, so this was not sent in their name. Do it again."

/** Until it is worth trying again: some seconds, or the network is back. */
function pause() {
  return new Promise((resolve) => {
    const go = () => (clearTimeout(timer), removeEventListener("online", go), resolve())
    const timer = setTimeout(go, PAUSE)
    addEventListener("online", go)
  })
}
