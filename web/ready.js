/** What is known of a person's readiness to leave, in words: criteria today, ready date, days, and nights in all. */
import { day, daysBetween, hoursSince } from "./time.js"

const STALE_HOURS = 24

/** Days = local dates since the ready date; nights = local midnights in bed while no longer meeting, all runs. */
export function ready(spell, now) {
  const until = spell.ended_at ?? now
  if (!spell.ready_date) return { days: null, nights: spell.earlier_nights }
  return {
    days: Math.max(0, daysBetween(spell.ready_date, until)),
    nights: spell.earlier_nights + Math.max(0, daysBetween(spell.ready_at, until)),
  }
}

export const stale = (spell, now) =>
  !spell.ended_at && (!spell.reviewed_at || hoursSince(spell.reviewed_at, now) > STALE_HOURS)

/** {words, overdue}: "Ready 4 d (6 nights in all)", "Meets: oxygen", "Not reviewed since Thu". */
export function readyLine(spell, codes, now) {
  const overdue = stale(spell, now) ? notReviewed(spell, now) : ""
  if (spell.ready_date) return { words: readyWords(ready(spell, now)), overdue }
  if (overdue) return { words: "", overdue }
  return { words: `Meets: ${criteriaWords(spell.criteria_met, codes)}`, overdue }
}

export function readyWords({ days, nights }) {
  const since = days === 0 ? "Ready today" : `Ready ${days} d`
  return nights === days ? since : `${since} (${count(nights, "night")} in all)`
}

/** The criteria in short. */
export function criteriaWords(codes, lists) {
  const words = codes.map((code) => lists.criteria.find((entry) => entry.code === code)?.short ?? code)
  return words.length ? words.join(" · ") : "criteria not named"
}

export const notReviewed = (spell, now) => (spell.reviewed_at ? `Not reviewed since ${day(spell.reviewed_at, now)}` : "Not yet reviewed")

export const count = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`
