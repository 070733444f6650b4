/** Ways out and back in words, for card, ward list and case: what was agreed, what waits, how somebody left. */
import { isAway } from "./arriving/words.js"
import { age, daysBetween, shortDate, slot } from "./time.js"

const count = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`

/** "In the lounge since today 10:05"; "" for who is not. */
export const loungeWords = ({ lounge_since: since }, now) => (since ? `In the lounge since ${slot(since, now)}` : "")

/** "passed 2 h" of an agreed slot whose time is over while the person is still in hospital; else "". */
export function passedWords({ leave_at: at, stage }, now) {
  const inHospital = !isAway({ stage }) && stage !== "closed"
  return at && inHospital && Date.parse(at) < Date.parse(now) ? `passed ${age(at, now)}` : ""
}

/** "slot changed twice"; "" where it never was. */
export function changesWords({ leave_changes: times }) {
  if (!times) return ""
  return times === 1 ? "slot changed once" : `slot changed ${times === 2 ? "twice" : `${times} times`}`
}

/** "2 failed discharges"; "" for none. */
export const failedWords = ({ failed_discharges: times }) => (times ? count(times, "failed discharge") : "")

/** {words, passed} of the day by which it is asked again whether somebody given a bed can go home; null without one. */
export function homeReview({ home_review_on: day }, now) {
  if (!day) return null
  const late = daysBetween(day, now)
  return late > 0 ? { words: `Home now? Review passed ${late} d`, passed: true } : { words: `Home now? Review by ${shortDate(day)}`, passed: false }
}

const HOW = {
  self_discharge: "took their own discharge",
  transferred: "to another hospital",
  virtual_ward: "home on the virtual ward, not discharged",
  died: "died",
  unknown: "way not known",
}

/** "took their own discharge"; "" for an ordinary discharge, and where nothing was said. */
export const howWords = ({ left_how: how }) => HOW[how] ?? ""

const PACKAGE = { package_active: "Package active", package_paused: "Package paused", package_lapsed: "Package lapsed" }

/** {words, passed} of the package they had, or null: "Package paused: provider keeps it until Fri 4 Dec, 2 days left". */
export function packageWords({ package: state, held_until: until }, now) {
  if (!PACKAGE[state]) return null
  if (state !== "package_paused") return { words: PACKAGE[state], passed: false }
  if (!until) return { words: `${PACKAGE[state]}: ask the provider until when they keep it`, passed: false }
  const days = daysBetween(now, until)
  const left = days > 0 ? `${count(days, "day")} left` : days === 0 ? "last day" : "passed"
  return { words: `${PACKAGE[state]}: provider keeps it until ${shortDate(until)}, ${left}`, passed: days < 0 }
}

/** Whether somebody must act on it: it is paused, and they have not left, go home, and have no other start agreed. */
export const packageWaits = ({ package: state, left_at: left, start_from: start, pathway_given: pathway }) =>
  state === "package_paused" && !left && !start && !["P2", "P3"].includes(pathway)

/** What the hub does for somebody who has left, by how they left and what waits for them. */
export function afterLeavingWords({ left_how: how, pathway_given: pathway, package: held, going_to: to }) {
  if (how === "self_discharge") return "Check that they are safe, then close"
  if (how === "transferred") return "Tell the other hospital, then close"
  if (how === "virtual_ward") return "Plan on: they come back, or are discharged"
  if (pathway === "P0" && to === "own_care_home") return "Check that the care home has them, then close"
  if (pathway === "P0" && held && held !== "package_lapsed") return "Check that the package restarted, then close"
  return "Close when settled"
}
