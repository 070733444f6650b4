/** The weekend in words. Pure. */
import { count } from "../ready.js"
import { shortDate } from "../time.js"

/** "Sat 28 Nov to Mon 30 Nov". */
export const between = ({ first, last }) => `${shortDate(first)} to ${shortDate(last)}`

export const people = (number) => count(number, "person").replace("persons", "people")

/** "3 people wait, 1 of them for something else too: 11 days so far, 9 more by Mon 30 Nov". */
export function costWords({ people: waiting, alone, days, expected, until }) {
  const others = waiting.length - alone
  const too = others ? `, ${others === waiting.length ? (others === 1 ? "" : "all ") : `${others} of them `}for something else too` : ""
  return `${people(waiting.length)} ${waiting.length === 1 ? "waits" : "wait"}${too}: ${count(days, "day")} so far, ${expected} more by ${shortDate(until)} if nothing changes`
}
