/** What would be refused, found before sending: a part that hangs on another, and words that are too long. */
import { FIELDS, bodyOf, fieldOf } from "./answers.js"

const HEADS = {
  "person.going_to": "Choose where the person is going, or clear the field",
  "told_and_agrees.agrees": "Choose what the person said, or clear the field",
  "capacity.state": "Choose whether there is doubt, or clear the field",
}
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

/** The errors of a problem at the parts they are about: the server names them by their path. */
export const atTheirParts = (errors) => errors.map(({ field, words }) => ({ field: field.replace(/\.\d+.*/, ""), words }))
