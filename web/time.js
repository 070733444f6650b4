/** Dates and times as they read on the ward's wall: Europe/London, whatever zone this computer is set to. */

const ZONE = "Europe/London"
const HOUR = 3_600_000
const DAY = 24 * HOUR
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options })
const weekday = format({ weekday: "short" })
const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
const dayMonth = format({ day: "numeric", month: "short" })
const fullDate = format({ day: "numeric", month: "long", year: "numeric" })
const iso = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" })

/** The local date "2026-11-22" of an instant. */
export const localDate = (at) => iso.format(new Date(at))
/** The local time "10:00" of an instant. */
export const localTime = (at) => clock.format(new Date(at))
/** "3 March 1941" of a date or an instant. */
export const longDate = (date) => fullDate.format(new Date(date))
/** "Sun 22 Nov" of a date or an instant. */
export const shortDate = (at) => `${weekday.format(new Date(at))} ${dayMonth.format(new Date(at))}`

/** The day of the week of an instant, as a code: "mon". */
export const weekdayOf = (at) => weekday.format(new Date(at)).toLowerCase()

/** Local midnights from one date or instant to another. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(localDate(to)) - Date.parse(localDate(from))) / DAY)
}

/** The local date so many days after a local date. */
export const plusDays = (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/** The local dates of Saturday and Sunday: of this weekend while it lasts, else of the next. */
export function weekend(now) {
  const today = localDate(now)
  const weekday = new Date(today).getUTCDay()
  const saturday = plusDays(today, weekday === 0 ? -1 : 6 - weekday)
  return [saturday, plusDays(saturday, 1)]
}

/** "10:00" today, "Fri 10:00" within six days, else "Fri 4 Dec 10:00". */
export function slot(at, now) {
  const days = daysBetween(now, at)
  if (days === 0) return `today ${localTime(at)}`
  if (Math.abs(days) < 7) return `${weekday.format(new Date(at))} ${localTime(at)}`
  return `${shortDate(at)} ${localTime(at)}`
}

/** "Thu" within six days, else "12 Nov". */
export function day(at, now) {
  const days = daysBetween(now, at)
  if (days === 0) return "today"
  return Math.abs(days) < 7 ? weekday.format(new Date(at)) : dayMonth.format(new Date(at))
}

/** How long ago: "just now", "5 min", "3 h", "2 d". */
export function age(since, now) {
  const passed = Math.max(0, Date.parse(now) - Date.parse(since))
  if (passed < 60_000) return "just now"
  if (passed < HOUR) return `${Math.floor(passed / 60_000)} min`
  if (passed < 2 * DAY) return `${Math.floor(passed / HOUR)} h`
  return `${Math.floor(passed / DAY)} d`
}

export const secondsSince = (at, now) => Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1000))
export const hoursSince = (at, now) => (Date.parse(now) - Date.parse(at)) / HOUR

/** Whole years from a birth date to the local date of `now`. */
export function years(birthDate, now) {
  const [then, today] = [birthDate, localDate(now)]
  return Number(today.slice(0, 4)) - Number(then.slice(0, 4)) - (today.slice(5) < then.slice(5) ? 1 : 0)
}

/** The instant, in UTC, of a local date and time: instantOf("2026-11-27", "10:00"). Empty parts give null. */
export function instantOf(date, time) {
  if (!date || !time) return null
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const offset = Date.parse(`${localDate(asUtc)}T${localTime(asUtc)}:00Z`) - asUtc
  // Britain's clock is at UTC or ahead of it: look at the offset where the answer lies, not where the guess does.
  const guess = asUtc - offset
  const there = Date.parse(`${localDate(guess)}T${localTime(guess)}:00Z`) - guess
  return new Date(asUtc - there).toISOString()
}
