/** A stay in words: the day of six weeks, what is due, what is overdue. Pure; a row in, lines out. */
import { wordsOf } from "../session.js"
import { daysBetween, shortDate, slot } from "../time.js"

const SIX_WEEKS = 42
/** Days before the six weeks end from which it is time to have told about charging. */
const TELL_WITHIN = 14

/** How many days ago the service first met them. */
export const dayOf = (stay, now) => SIX_WEEKS - daysBetween(now, stay.six_weeks_on)

/** [{words, overdue}] of a stay that goes on, the most urgent first. */
export function stayLines(stay, codes, now) {
  const lines = stay.ended_at ? ended(stay, codes, now) : goingOn(stay, codes, now)
  return [...lines.filter(({ overdue }) => overdue), ...lines.filter(({ overdue }) => !overdue)]
}

function goingOn(stay, codes, now) {
  return [
    lasts(stay, codes, now),
    stay.paused_at && { words: `In hospital since ${slot(stay.paused_at, now)}: the days run on`, overdue: true },
    stay.remains === "no_longer_meets" && { words: "No longer meets the requirements to remain", overdue: true },
    stay.remains === "meets" && { words: "Meets the requirements to remain", overdue: false },
    review(stay, now),
    charging(stay, now),
    exit(stay, codes, now),
  ].filter(Boolean)
}

function lasts(stay, codes, now) {
  const left = daysBetween(now, stay.lasts_until)
  const until = stay.extended_for ? `extended until ${shortDate(stay.lasts_until)} (${wordsOf(codes.extension_reasons, stay.extended_for).toLowerCase()})` : `six weeks on ${shortDate(stay.six_weeks_on)}`
  const over = left <= 0 ? ": over" : ""
  return { words: `Day ${dayOf(stay, now)}, ${until}${over}`, overdue: left <= 0 }
}

function review({ review_on: on, reviewed_at: at, reviews }, now) {
  if (!on) return { words: at ? `Last review ${slot(at, now)}, none due` : "No review due", overdue: false }
  const late = daysBetween(on, now)
  const which = reviews ? `Review ${reviews + 1}` : "First review"
  if (late <= 0) return { words: `${which} ${late === 0 ? "today" : shortDate(on)}`, overdue: false }
  return { words: `${which} overdue ${late} ${late === 1 ? "day" : "days"}`, overdue: true }
}

function charging({ charging_told_at: told, charged_from: from, six_weeks_on: end }, now) {
  if (told) return { words: `Told about charging from ${shortDate(from)}`, overdue: false }
  return { words: "Not told about charging yet", overdue: daysBetween(now, end) <= TELL_WITHIN }
}

function exit({ exit_on: on, exit_to: to, exit_plan_by: by }, codes, now) {
  if (on) return { words: `Leaves ${shortDate(on)}: ${wordsOf(codes.stay_destinations, to).toLowerCase()}`, overdue: daysBetween(on, now) > 0 }
  return { words: `No exit plan, due by ${shortDate(by)}`, overdue: daysBetween(now, by) <= 0 }
}

function ended(stay, codes, now) {
  const score = stay.tool ? `, ${wordsOf(codes.functional_scores, stay.tool)} ${stay.score_in ?? "?"} to ${stay.score_out ?? "?"}` : ""
  const how = [wordsOf(codes.stay_outcomes, stay.outcome), wordsOf(codes.stay_destinations, stay.destination)].join("; ").toLowerCase()
  return [{ words: `Left the service ${slot(stay.ended_at, now)}: ${how}${score}`, overdue: false }, ...stay.follow_ups.map((each) => asked(each, codes, now))]
}

function asked({ day, due_on: on, found }, codes, now) {
  if (found) return { words: `After ${day} days: ${wordsOf(codes.found, found).toLowerCase()}`, overdue: false }
  return { words: `Ask after ${day} days, on ${shortDate(on)}`, overdue: daysBetween(on, now) > 0 }
}

/** The days after which it is time to ask how they are. */
export const toAsk = (stay, now) => stay.follow_ups.filter(({ due_on: on }) => on && daysBetween(on, now) >= 0).map(({ day }) => day)

const SOON = 7

/** The heading under which a stay stands: the first that fits. */
export const GROUPS = [
  { title: "Six weeks nearly up", holds: (stay, now) => !stay.ended_at && daysBetween(now, stay.lasts_until) <= SOON },
  { title: "No exit plan", holds: (stay, now) => !stay.ended_at && !stay.exit_on && daysBetween(now, stay.exit_plan_by) <= SOON },
  { title: "Reviews due", holds: (stay, now) => !stay.ended_at && stay.review_on && !stay.paused_at && daysBetween(now, stay.review_on) <= 1 },
  { title: "Going on", holds: (stay) => !stay.ended_at },
  { title: "Left the service, to be asked how they are", holds: () => true },
]
