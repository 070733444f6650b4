/** How long who holds something has not answered, in words. */
import { age } from "../time.js"

/** "asked 3 h ago". */
export function askedWords(since, now) {
  const passed = age(since, now)
  return `asked ${passed === "just now" ? passed : `${passed} ago`}`
}

/** "2 to keep or release, asked 3 h ago"; "" where nobody is asked. `holders` is what a case's row says of them. */
export const unansweredWords = (holders, now) => (holders ? `${holders.count} to keep or release, ${askedWords(holders.asked_at, now)}` : "")
