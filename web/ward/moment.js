/** When something happened, typed as a local date and time; at first the moment at which the form was opened. */
import { instantOf, localDate, localTime } from "../time.js"

/** The time that was `offered`, left as it was, is that very moment: cut to the minute it could lie before the admission. */
export function momentOf(date, time, offered) {
  return date === localDate(offered) && time === localTime(offered) ? offered : instantOf(date, time)
}
