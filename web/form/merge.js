/** Two people's answers to one form: who answered another field has not contradicted; of one field both are shown. */

/** {same, merge, withField} for answers whose parts belong to fields: `fieldOf(part)`. */
export function merging(fieldOf) {
  const ofField = (answers, field) => Object.entries(answers).filter(([part]) => fieldOf(part) === field).sort()
  const key = (answers, field) => JSON.stringify(ofField(answers, field), inOrder)
  const fieldsIn = (...all) => [...new Set(all.flatMap((answers) => Object.keys(answers).map(fieldOf)))]

  const same = (a, b) => fieldsIn(a, b).every((field) => key(a, field) === key(b, field))

  /** {answers, contested}: `base` is what both began from; of the contested fields the answers hold mine. */
  function merge(base, mine, theirs) {
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
  const withField = (answers, field, others) =>
    Object.fromEntries([...Object.entries(answers).filter(([part]) => fieldOf(part) !== field), ...ofField(others, field)])

  return { same, merge, withField }
}

/** Two objects of the same parts are the same, in whatever order the server gave them back. */
const inOrder = (_name, value) => (value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value)
