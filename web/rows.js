/**
 * The rows on this screen. A row is keyed by kind, scope and id; the newest position wins; a row that is gone stays
 * as a mark, so that older news of it cannot bring it back, and is not shown.
 */
import { batch, computed, signal } from "./html.js"

const FRESH = 8_000

export function rowStore() {
  const held = new Map()
  const version = signal(0)
  const fresh = signal(new Map())
  const [listeners, readers] = [new Set(), new Set()]

  /** Takes rows in any order and number; a snapshot first forgets everything. */
  function apply(rows, snapshot) {
    if (snapshot) held.clear()
    const changes = rows.map(place).filter(Boolean)
    batch(() => {
      version.value += 1
      if (!snapshot && changes.length) mark(changes)
    })
    if (!snapshot) for (const listener of listeners) listener(changes)
    for (const again of readers) again()
  }

  function place(row) {
    const key = `${row.kind} ${row.scope} ${row.id}`
    const before = held.get(key)
    if (before && before.position >= row.position) return null
    held.set(key, row)
    return { before: before?.gone ? null : before, after: row }
  }

  function mark(changes) {
    const marked = changes.filter(({ after }) => !after.gone).map(({ before, after }) => [after.id, before ? "Updated" : "New"])
    fresh.value = new Map([...fresh.value, ...marked])
    setTimeout(() => {
      const left = new Map(fresh.value)
      for (const [id] of marked) left.delete(id)
      fresh.value = left
    }, FRESH)
  }

  /** A signal of the kind's rows by id. What moved to another scope is held twice: the one that is not gone counts. */
  function kind(name) {
    return computed(() => {
      void version.value
      const rows = new Map()
      for (const row of held.values()) {
        const other = rows.get(row.id)
        if (row.kind === name && !row.gone && !(other && other.position > row.position)) rows.set(row.id, row)
      }
      return rows
    })
  }

  /** The newest position heard of a thing in any scope, gone or not; 0 when never heard of. */
  function heard(id) {
    void version.value
    return Math.max(0, ...[...held.values()].filter((row) => row.id === id).map(({ position }) => position))
  }

  /** Calls `listener([{before, after}])` after each live change, not for a snapshot. */
  const onChange = (listener) => (listeners.add(listener), () => listeners.delete(listener))

  /** Calls `again()` whenever rows came, in a snapshot too: what was read meanwhile from elsewhere may be older than they. */
  const onHeard = (again) => (readers.add(again), () => readers.delete(again))

  const rowsOf = { cases: "case", spells: "spell", staff: "staff", places: "place", services: "service", offers: "offer", requests: "request", tasks: "task", stays: "stay", stayNights: "stay_night", escalations: "escalation", ladders: "ladder", notes: "note", assessments: "assessment", rounds: "board_round" }
  return { apply, heard, onChange, onHeard, fresh, ...Object.fromEntries(Object.entries(rowsOf).map(([name, of]) => [name, kind(of)])) }
}
