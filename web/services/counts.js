/** What is free of a service at a moment. Pure; the same sums as the server's: a hold that ran out keeps nothing. */

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

/** Whether the counts are too old to be believed, or there are none. */
export const unconfirmed = (row, now) => !row.believed_until || Date.parse(row.believed_until) < Date.parse(now)

/** Whether the service goes to a postcode sector ("ZZ97 1"), or a district of which it takes a part. */
export const reaches = ({ sectors }, sought) =>
  !sectors.length || sectors.some((area) => area === sought || area === sought.split(" ")[0] || area.startsWith(`${sought} `))
