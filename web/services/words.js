/** What a service's codes and numbers are called. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { age, shortDate, slot } from "../time.js"
import { believedUntil } from "./counts.js"

/** What a line of a count is: the kind of bed, or of run. */
export function whatOf({ run, beds }, codes) {
  if (run) {
    const parts = [`${wordsOf(codes.windows, run.window)} calls`, run.carers === 1 ? "1 carer" : `${run.carers} carers`]
    if (run.sectors.length) parts.push(`in ${run.sectors.join(", ")}`)
    if (run.starts_on) parts.push(`from ${shortDate(run.starts_on)}`)
    return parts.join(", ")
  }
  if (!beds) return "Places"
  const parts = [beds.sex ? `${wordsOf(codes.sexes, beds.sex)} only` : "Either sex"]
  if (beds.side_room) parts.push("side room")
  if (beds.ground_floor) parts.push("ground floor")
  if (beds.max_weight_kg) parts.push(`up to ${beds.max_weight_kg} kg`)
  return parts.join(", ")
}

export const lineOf = (row, codes) => `${wordsOf(codes.service_lines, row.line)}, ${row.pathway}`

/** When it was counted: "5 min ago", and from when it is not believed any more. */
export const countedAgo = ({ confirmed_at: at }, now) => {
  if (!at) return "Never counted"
  const passed = age(at, now)
  return passed === "just now" ? "Counted just now" : `Counted ${passed} ago`
}

export const closedWords = ({ closed_for: why, closed_until: until }, codes) =>
  `Closed: ${wordsOf(codes.closed_for, why).toLowerCase()}${until ? `, looks again ${shortDate(until)}` : ""}`

export const believedWords = (row, codes, now) => `believed until ${slot(believedUntil(row, codes), now)}`

export const Phone = ({ phone }) => (phone ? html`<a href=${`tel:${phone.replace(/[^+0-9]/g, "")}`}>${phone}</a>` : html`<span class="hw-quiet">no number given</span>`)
