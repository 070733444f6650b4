/** Starts a case's page: reads the case, and again whenever its row, its spell's or that of a note or an assessment has moved. */
import { effect, html, signal } from "../html.js"
import { get } from "../http.js"
import { connect } from "../live.js"
import { oneAtATime } from "../reading.js"
import { rowStore } from "../rows.js"
import { start } from "../start.js"
import { Case } from "./case.js"
import { knownAtOf } from "./known-at.js"

const caseId = location.pathname.split("/").at(-1)
const RETRY = 3_000

start(async ({ me, codes }) => {
  let knownAt = knownAtOf(location.search)
  const path = (at) => `/cases/${caseId}${at ? `?known_at=${encodeURIComponent(at)}` : ""}`
  const details = signal(await get(path(knownAt)))
  const store = rowStore()
  const live = connect(store, watched(details.value))

  /** A failed reading keeps what is on screen and comes back. */
  const refresh = oneAtATime(async () => {
    const asked = knownAt
    const latest = await get(path(asked)).catch(() => null)
    if (latest && asked === knownAt) details.value = latest
    else if (!latest) setTimeout(refresh, RETRY)
    live.rewatch(watched(details.value))
  })

  /** The case as known at an instant, or as it is now (null). */
  async function show(at) {
    const before = knownAt
    knownAt = at
    details.value = await get(path(at)).catch((problem) => {
      knownAt = before
      throw problem
    })
    history.replaceState(null, "", `${location.pathname}${at ? `?known_at=${encodeURIComponent(at)}` : ""}`)
  }

  // Positions are the system's own order, so one number tells whether what was read is behind.
  let read = newest(details.value)
  effect(() => {
    const heard = Math.max(store.heard(caseId), store.heard(details.value.case.spell_id), ...of(store.notes), ...of(store.assessments))
    if (heard <= read) return
    read = heard
    refresh()
  })
  return { live, content: () => html`<${Case} me=${me} codes=${codes} store=${store} live=${live} details=${details} refresh=${refresh} show=${show} />` }
})

const newest = ({ case: kase, spell, notes }) => Math.max(kase.position, spell?.position ?? 0, ...notes.map(({ position }) => position))

const of = (rows) => [...rows.value.values()].filter((row) => row.case_id === caseId).map(({ position }) => position)

function watched({ case: kase, spell }) {
  const scopes = [["case", kase.scope], ["note", kase.scope], ["assessment", kase.scope], ["staff", "*"], ["place", "*"], ...(spell ? [["spell", spell.scope]] : [])]
  return scopes.map(([kind, scope]) => ({ kind, scope }))
}
