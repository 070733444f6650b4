/** Notes beside a card or a row: the one pinned last, and the newest position of any, by case. Pure; rows in. */
import { html } from "./html.js"

/** Map of case id to the pinned note that was written last. */
export function pinnedOf(notes) {
  const pinned = [...notes.values()].filter((note) => note.pinned).sort((a, b) => a.written_at.localeCompare(b.written_at))
  return new Map(pinned.map((note) => [note.case_id, note]))
}

/** Map of case id to the newest position of its notes. */
export function movedOf(notes) {
  const moved = new Map()
  for (const { case_id: id, position } of notes.values()) moved.set(id, Math.max(moved.get(id) ?? 0, position))
  return moved
}

const SHORT = 120

export const Pinned = ({ note }) => note && html`<p class="hw-pinned"><span class="nhsuk-u-visually-hidden">Pinned note: </span>${short(note.words)}</p>`

const short = (words) => (words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words)
