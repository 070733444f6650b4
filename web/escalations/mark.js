/** What stands escalated, on a card: the level and what it is, never by colour alone. */
import { html } from "../html.js"
import { markOf } from "./words.js"

export function EscalationMark({ rows, now }) {
  const mark = markOf(rows, now)
  if (!mark) return null
  return html`<p class="hw-escalated"><strong class=${`nhsuk-tag ${mark.late ? "nhsuk-tag--red" : "nhsuk-tag--orange"}`}>${mark.level}${mark.late ? " late" : ""}</strong>${" "}
    <span class="nhsuk-u-visually-hidden">Escalated: </span>${mark.title}${mark.more > 0 && html` <span class="hw-quiet">and ${mark.more} more</span>`}</p>`
}
