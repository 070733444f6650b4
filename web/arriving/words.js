/** Since they left, in words: arrived, met, or since when that is overdue. Pure; what a card says in, lines out. */
import { hoursSince, slot } from "../time.js"

/** How long after it was to happen something must be confirmed, on the wall clock (as the server counts it). */
const CONFIRMED_WITHIN_HOURS = 2

const MISSED = { no_access: "the service could not get in", refused: "the person refused", nobody_came: "nobody came" }

/** Whether they have left hospital, met by a service or not. */
export const isAway = ({ stage }) => stage === "left_hospital" || stage === "in_service"

/** [{words, overdue}], the most urgent first; none where nothing is known of a leaving. */
export function arrivingLines(arriving, now) {
  if (!arriving) return []
  const { arrived_at: arrived, contact_at: met, missed, stops } = arriving
  const lines = [
    stops > 0 && { words: `Left with ${stops} ${stops === 1 ? "stop" : "stops"} open`, overdue: true },
    missed && { words: `No contact ${slot(missed.at, now)}: ${MISSED[missed.why]}`, overdue: true },
    arrived ? { words: `Arrived ${slot(arrived, now)}`, overdue: false } : expected("Arrival", arriving.arrival_due, now),
    met ? { words: `First contact ${slot(met, now)}`, overdue: false } : expected("First contact", arriving.contact_due, now),
  ].filter(Boolean)
  return [...lines.filter(({ overdue }) => overdue), ...lines.filter(({ overdue }) => !overdue)]
}

function expected(what, due, now) {
  if (!due) return null
  const overdue = hoursSince(due, now) >= CONFIRMED_WITHIN_HOURS
  return { words: overdue ? `${what} not confirmed, was expected by ${slot(due, now)}` : `${what} expected by ${slot(due, now)}`, overdue }
}

/** What to do next for somebody who left; "" where neither arrival nor contact is waited for. */
export function nextAfterLeaving(arriving) {
  if (arriving?.missed) return "Find out who meets them"
  if (arriving?.arrival_due) return "Confirm the arrival"
  if (arriving?.contact_due) return "Confirm the first contact"
  return arriving?.in_service ? "The service reviews and plans the exit" : ""
}
