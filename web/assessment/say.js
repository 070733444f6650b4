/** An answer in words, for reading. */
import { localTime, longDate, shortDate } from "../time.js"

/** The lines of what was answered to an item; empty where nothing was. */
export const linesOf = (item, said) => (said ?? []).map((value) => wordsOf(item, value))

function wordsOf(item, value) {
  const option = item.options.find(({ code }) => code === value)
  if (option) return option.words
  if (item.type === "boolean") return value === true ? "Yes" : "No"
  if (item.type === "quantity") return `${value.value} ${value.unit ?? ""}`.trim()
  if (item.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value)
  if (item.type === "dateTime" && String(value).includes("T")) return `${shortDate(value)} ${localTime(value)}`
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
