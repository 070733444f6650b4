/** A field as it was answered, in words: a list of what was said, empty for a gap. */
import { wordsOf } from "../session.js"
import { longDate } from "../time.js"

const quoted = (words, lead = "") => words && `${lead}“${words}”`
/** In the order of the list, whatever order they came in. */
const listed = (list, codes = []) => {
  const place = (code) => list.findIndex((entry) => entry.code === code)
  return [...codes].sort((a, b) => place(a) - place(b)).map((code) => wordsOf(list, code)).join(", ")
}
const truth = (said, yes, no) => (said == null ? null : said ? yes : no)

const ROWS = [["transfers", "Bed and chair"], ["walking", "Walking"], ["stairs", "Stairs"], ["wash_and_dress", "Wash and dress"], ["toilet", "Toilet"], ["eat_and_drink", "Eat and drink"], ["medicines", "Medicines"]]

const SAID = {
  person: (value, { going_to: list }) => [wordsOf(list, value.going_to), quoted(value.words)],
  why_in_hospital: (value) => [value],
  readiness: (value) => [
    value.criteria && { meets: "Met the criteria when referred", no_longer_meets: "No longer met the criteria when referred" }[value.criteria],
    value.since && `Ready since ${longDate(value.since)}`,
    value.expected_discharge && `Expected to leave ${longDate(value.expected_discharge)}`,
    quoted(value.words),
  ],
  told_and_agrees: (value, { agrees, accessible }) => [
    wordsOf(agrees, value.agrees), quoted(value.why, "Why: "), value.language && `Interpreter: ${value.language}`, listed(accessible, value.accessible),
  ],
  capacity: (value, { capacity, representatives }) => [
    wordsOf(capacity, value.state), quoted(value.decision, "Decision: "), listed(representatives, value.representatives), quoted(value.who, "Who: "),
  ],
  what_matters: (value) => [quoted(value.person), quoted(value.family, "Family: ")],
  before: (value, { lives, help }) => [
    value.lives && `Lives: ${wordsOf(lives, value.lives).toLowerCase()}`, value.help?.length > 0 && `Help: ${listed(help, value.help).toLowerCase()}`,
    quoted(value.provider, "Provider: "), value.held_until && `Held until ${longDate(value.held_until)}`,
  ],
  function: (value, { levels }) => ROWS.filter(([row]) => value[row]).map(([row, words]) => `${words}: ${change(value[row], levels)}`),
  needs: (value, { needs, nursing }) => [
    listed(needs, value.needs), listed(nursing, value.nursing), value.weight_bearing_until && `Weight-bearing limit until ${longDate(value.weight_bearing_until)}`, quoted(value.words),
  ],
  mind_and_behaviour: (value, { mind }) => [listed(mind, value.items), quoted(value.words)],
  risks: (value, { risks, access }) => [
    listed(risks, value.risks), quoted(value.swallowing, "Swallowing: "), quoted(value.infection, "Infection: "),
    truth(value.safeguarding_stops_leaving, "Safeguarding stops leaving", "Safeguarding does not stop leaving"),
    value.access && `Getting in: ${wordsOf(access, value.access).toLowerCase()}`, quoted(value.words),
  ],
  people: (value, { willing }) => [
    quoted(value.carer, "Carer: "), value.carer_phone && `Phone ${value.carer_phone}`, value.carer_willing && `Carer willing: ${wordsOf(willing, value.carer_willing).toLowerCase()}`,
    quoted(value.knows_best, "Knows them best: "), value.therapist_seen_on && `Therapist seen ${longDate(value.therapist_seen_on)}`,
    value.waits_for_therapy && "Waits for therapy", value.waits_for_medical_review && "Waits for medical review",
  ],
}

const change = ({ before, now }, levels) => `${known(levels, before)} before, ${known(levels, now)} now`
const known = (levels, level) => (level ? wordsOf(levels, level).toLowerCase() : "not known")

/** `lists`: the codes of the form (`codes.form`). */
export const said = (name, value, lists) => (value == null ? [] : SAID[name](value, lists).filter(Boolean))

export const FUNCTION_ROWS = ROWS
