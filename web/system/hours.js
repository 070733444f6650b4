/** The hours of a day as they are typed: "09:00–12:00, 13:00–17:00", "all day", or nothing when closed. */

const SPAN = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/
const ALL_DAY = "all day"

export function hoursInWords(day) {
  if (day.length === 1 && short(day[0].opens) === "00:00" && short(day[0].closes) === "00:00") return ALL_DAY
  return day.map(({ opens, closes }) => `${short(opens)}–${short(closes)}`).join(", ")
}

/** The hours of a day, or null when they cannot be read. */
export function readHours(text) {
  const said = text.trim().toLowerCase()
  if (!said || said === "closed") return []
  if (said === ALL_DAY) return [{ opens: "00:00", closes: "00:00" }]
  const spans = said.split(",").map((part) => SPAN.exec(part.trim()))
  return spans.every(Boolean) ? spans.map(([, opens, closes]) => ({ opens: padded(opens), closes: padded(closes) })) : null
}

export const short = (time) => time.slice(0, 5)
const padded = (time) => time.padStart(5, "0")
