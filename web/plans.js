/** What is planned around a stay, in words: the expected date, leave, the next bed, and what the feed says of fitness. */
import { html } from "./html.js"
import { day as dayName, daysBetween, longDate, shortDate, slot } from "./time.js"

/**
 * {day, words, line, passed}: "Fri 6 Nov" or "today"; of a day that has passed the words say so: "Wed, passed 2 d".
 * `line` stands by itself: "Expected to leave today", "EDD Wed, passed 2 d". Null where none is expected.
 */
export function expectedToLeave({ expected_discharge: date }, now) {
  if (!date) return null
  const days = daysBetween(now, date)
  const day = days === 0 ? "today" : shortDate(date)
  const passed = days < 0
  const words = passed ? `${dayName(date, now)}, passed ${-days} d` : day
  return { day, words, line: `${passed ? "EDD" : "Expected to leave"} ${words}`, passed }
}

/** "On leave until Sat 14:00"; "" for who is not. */
export function leaveWords({ on_leave_since: since, leave_until: until }, now) {
  if (!since) return ""
  if (!until) return `On leave since ${slot(since, now)}`
  return Date.parse(until) < Date.parse(now) ? `On leave, was due back ${slot(until, now)}` : `On leave until ${slot(until, now)}`
}

/** "To move to Birch ward, bed 1"; the ward is left out where it is the same. */
export function nextPlaceWords({ ward_id: here, next_ward_id: ward, next_bed: bed }, places) {
  if (!ward) return ""
  const there = ward === here ? "" : places.get(ward)?.name ?? "another ward"
  return `To move to ${[there, bed && `bed ${bed}`].filter(Boolean).join(", ") || "another bed"}`
}

/** A proposal, never a ready date; "" once a clinician has answered it, or has said so already. */
export const proposalWords = ({ proposed_ready: since, ready_date: ready }) =>
  since && !ready ? `Feed says medically fit since ${shortDate(since)}` : ""

/** Says of a person that they died. */
export const Died = ({ person }) =>
  person?.died_at && html`<strong class="nhsuk-tag nhsuk-tag--grey">Died ${longDate(person.died_at)}</strong>`
