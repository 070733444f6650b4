/** Two people's answers to one form: who answered another field has not contradicted; of one field both are shown. */
import { fieldOf } from "./answers.js"

const ofField = (answers, field) => Object.entries(answers).filter(([part]) => fieldOf(part) === field).sort()
const key = (answers, field) => JSON.stringify(ofField(answers, field))
const fieldsIn = (...all) => [...new Set(all.flatMap((answers) => Object.keys(answers).map(fieldOf)))]

export const same = (a, b) => fieldsIn(a, b).every((field) => key(a, field) === key(b, field))

/** {answers, contested}: `base` is what both began from; of the contested fields the answers hold mine. */
export function merge(base, mine, theirs) {
  const contested = []
  const answers = fieldsIn(base, mine, theirs).flatMap((field) => {
    const [was, here, there] = [base, mine, theirs].map((each) => key(each, field))
    if (here === was) return ofField(theirs, field)
    if (there !== was && there !== here) contested.push(field)
    return ofField(mine, field)
  })
  return { answers: Object.fromEntries(answers), contested }
}

/** These answers with another's to one field. */
export const withField = (answers, field, others) =>
  Object.fromEntries([...Object.entries(answers).filter(([part]) => fieldOf(part) !== field), ...ofField(others, field)])
