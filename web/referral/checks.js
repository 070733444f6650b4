/** What would be refused, found before sending: a part that hangs on another, and words that are too long. */
import { Problem } from "../http.js"
import { FIELDS, bodyOf, fieldOf } from "./answers.js"

const HEADS = {
  "person.going_to": "Choose where the person is going, or clear the field",
  "told_and_agrees.agrees": "Choose what the person said, or clear the field",
  "capacity.state": "Choose whether there is doubt, or clear the field",
}
const NEVER_EMPTY = [...Object.keys(HEADS).map(fieldOf), "why_in_hospital", "readiness"]
/** What is wrong with a field as a whole is shown at the first of its parts. */
const FIRST = [...Object.keys(HEADS), "why_in_hospital", "readiness.words", "what_matters.person", "before.lives",
  ...["function.transfers.before", "needs.needs", "mind_and_behaviour.items", "risks.risks", "people.carer"]]
const LONGEST = { why_in_hospital: 400, "what_matters.person": 300, "what_matters.family": 300 }

export function checkAnswers(values, fields = FIELDS) {
  const body = bodyOf(values, fields)
  const headless = Object.entries(HEADS).filter(([part]) => body[fieldOf(part)] && !values[part])
  const long = Object.entries(LONGEST).filter(([part, most]) => fields.includes(fieldOf(part)) && values[part].trim().length > most)
  return [
    ...headless.map(([field, words]) => ({ field, words })),
    ...long.map(([field, most]) => ({ field, words: `Use at most ${most} characters: these are ${values[field].trim().length}` })),
  ]
}

/** One field changed by itself. `known`: its answer by now, or null; a gap is not answered with nothing. */
export function checkField(values, field, known) {
  if (field in bodyOf(values, [field])) return checkAnswers(values, [field])
  if (known && !NEVER_EMPTY.includes(field)) return []
  return [{ field: partOf(field), words: "Say something, or leave it as it was" }]
}

/** Throws a problem on with its errors at the parts they are about: the server names those by their path, a rule the field. */
export function atParts(problem) {
  if (!(problem instanceof Problem)) throw problem
  const told = problem.errors.length ? problem.errors : problem.fields
  problem.fields = told.map(({ field, words }) => ({ field: partOf(field), words }))
  throw problem
}

const partOf = (path) => FIRST.find((part) => fieldOf(part) === path) ?? path.replace(/\.\d+.*/, "")
