/**
 * The parts of one field of the referral, as the fields of a form. Each editor here takes `id`, `value` (as the server
 * has it, null for a gap), `onChange(value)`, `codes`, and `errors` [{field, words}]; it keeps nothing itself.
 */
export function parts({ id, value, onChange, errors = [] }, empty = {}) {
  const values = { ...empty, ...value }
  return { id, form: { values, errors, set: (name, part) => onChange({ ...values, [name]: part }) } }
}

/** A field that is nothing but words. */
export const plainWords = ({ id, value, onChange, errors = [] }, name) => ({
  id,
  name,
  form: { values: { [name]: value ?? "" }, errors, set: (_, words) => onChange(words) },
})

/** Yes, no, or not said, as the choices of a select. */
export const YES_NO = [{ code: "yes", words: "Yes" }, { code: "no", words: "No" }]
export const fromTruth = (truth) => (truth == null ? "" : truth ? "yes" : "no")
export const toTruth = (code) => (code === "" ? null : code === "yes")
