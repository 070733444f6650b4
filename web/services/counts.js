/** What is free of a service at a moment. Pure; the same sums as the server's: a hold that ran out keeps nothing. */

import { instantOf, localDate, plusDays, weekdayOf } from "../time.js"

const HOUR = 3_600_000

/** The lines of a service's last count, each with `held`, `booked`, `spot` and `free` at `now`. */
export function unitsAt({ units, places }, now) {
  const at = Date.parse(now)
  const number = (key, some) => places.filter(some).reduce((sum, place) => sum + place.units.filter((each) => each === key).length, 0)
  return units.map((unit) => {
    const held = number(unit.key, (place) => !place.spot && !place.starts_at && Date.parse(place.until) > at)
    const booked = number(unit.key, (place) => !place.spot && place.starts_at)
    const spot = number(unit.key, (place) => place.spot)
    return { ...unit, held, booked, spot, free: Math.max(0, unit.usable - unit.contingency - unit.occupied - held - booked) }
  })
}

/** The instant from which the counts are unconfirmed: so many hours of days on which it admits; null where there are none. */
export function believedUntil(row, codes) {
  const { confirmed_at: at, confirm_within_hours: own } = row
  if (!at) return null
  const { days } = admitsOn(row, codes)
  let left = (own ?? lineOf(row, codes).count_hours) * HOUR
  let start = Date.parse(at)
  if (days.length === 7) return new Date(start + left).toISOString()
  for (;;) {
    const midnight = Date.parse(instantOf(plusDays(localDate(start), 1), "00:00"))
    if (days.includes(weekdayOf(start))) {
      if (start + left <= midnight) return new Date(start + left).toISOString()
      left -= midnight - start
    }
    start = midnight
  }
}

const lineOf = ({ line }, codes) => codes.service_lines.find(({ code }) => code === line)

/** The days on which the service admits, and whether its line has them so: it says none of its own. */
export const admitsOn = (row, codes) => ({ days: row.admits_on.length ? row.admits_on : lineOf(row, codes).admits_on, ofLine: !row.admits_on.length })

/** The hour after which nobody is to come, null at any hour, and whether its line has it so. */
export const latestArrival = (row, codes) => ({ at: row.latest_arrival ?? lineOf(row, codes).latest_arrival, ofLine: !row.latest_arrival })

/** Whether the counts are too old to be believed, or there are none. */
export const unconfirmed = (row, codes, now) => !(Date.parse(believedUntil(row, codes)) >= Date.parse(now))

/** Whether the service goes to a postcode sector ("ZZ97 1"), or a district of which it takes a part. */
export const reaches = ({ sectors }, sought) =>
  !sectors.length || sectors.some((area) => area === sought || area === sought.split(" ")[0] || area.startsWith(`${sought} `))
