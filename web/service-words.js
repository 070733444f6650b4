/** The service that is sought for somebody, or found, in words: the eighth field of a card. */
import { localTime, slot } from "./time.js"

const SAID = [
  ["queried", (n) => (n === 1 ? "1 query" : `${n} queries`)],
  ["countered", (n) => `${n} otherwise`],
  ["in_principle", (n) => `${n} in principle`],
  ["assessed", (n) => `${n} assessed`],
  ["no", (n) => `${n} no`],
  ["asked", (n, by, now) => `${n} waiting${by ? ` to ${slot(by, now)}` : ""}`],
]

/** "Reablement East, start Fri 10:00", or "asked 5: 1 query, 3 no, 1 waiting to 14:00"; "" where nobody is asked. */
export function serviceWords(kase, services, now) {
  const { asked, start_from: start, answer_by: by } = kase
  if (start) return `${services.get(kase.service_id)?.name ?? "Service found"}, start ${slot(start, now)}`
  if (!asked) return ""
  const parts = SAID.filter(([code]) => asked[code]).map(([code, words]) => words(asked[code], by, now))
  return `asked ${Object.values(asked).reduce((sum, n) => sum + n, 0)}: ${parts.join(", ")}`
}

/** "Fri 10:00 to 12:00". */
export const between = (from, to, now) => `${slot(from, now)} to ${localTime(to)}`
