/** The exit chain in words. Pure. */
import { localDate, localTime, shortDate, slot } from "../time.js"

const NOON = "12:00"

/** "by noon" on that day; else "on Tue 24 Nov by noon" or "by Tue 14:00". */
export function byWords(at, on, now) {
  if (localTime(at) !== NOON) return `by ${slot(at, now)}`
  return localDate(at) === on ? "by noon" : `${onWords(localDate(at), now)} by noon`
}

/** "if EXAMPLE, Ada leaves by noon", or what else it takes. */
function freedWords({ how, at, name }, on, now) {
  if (how === "free") return "it has room now, by its own count"
  if (how === "held") return "it holds a place for them"
  if (how === "hold_runs_out") return `if a place that it holds for somebody else is let go ${byWords(at, on, now)}`
  return `if ${name ?? "somebody there"} leaves ${byWords(at, on, now)}`
}

/** All that a move takes: "if EXAMPLE, Ada leaves by noon, and if SAMPLE, Ben leaves by Tue 14:00". */
export function ifWords({ freed, on }, now) {
  const awaited = freed.filter(({ how }) => how !== "free")
  return [...new Set((awaited.length ? awaited : freed).map((each) => freedWords(each, on, now)))].join(", and ")
}

/** "today" or "on Tue 24 Nov". */
export const onWords = (on, now) => (on === localDate(now) ? "today" : `on ${shortDate(on)}`)

/** Where somebody waits: "A1-04, Ash ward", "in Fellside unit", or "" where that is not known. */
export function whereWords({ ward_id: ward, bed, in_service: service, was_to_leave: planned }, places) {
  if (service) return planned ? `in ${service}, was to have left ${shortDate(planned)}: plan the exit anew` : `in ${service}`
  return ward ? [bed, places.get(ward)?.name].filter(Boolean).join(", ") : ""
}

/** What they leave behind by going. */
export const leftBehind = ({ in_service: service, bed }) => (service ? `Then their place in ${service} is free.` : bed ? `Then bed ${bed} is free.` : "")
