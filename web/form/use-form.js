/**
 * One form: its values, its sending, and what was wrong. Values stay as typed whatever the answer; a refusal is kept
 * as a Problem, its field errors beside the fields.
 */
import { focusNow } from "../focus.js"
import { useRef, useState } from "../html.js"
import { Problem } from "../http.js"

/**
 * `initial`: the values at first. `check(values)`: [{field, words}] found before sending. `send(values)`: a promise.
 * `done(receipt, goOnTo)`: called when it was taken; `goOnTo(next)` moves the focus unless the person went on elsewhere. `refused(problem)`: called when a rule or another's change refused it.
 */
export function useForm({ initial, check = () => [], send, done, refused = () => {} }) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState([])
  const [problem, setProblem] = useState(null)
  const [busy, setBusy] = useState(false)
  const [touched, setTouched] = useState(false)
  const box = useRef(null)

  const set = (name, value) => {
    setTouched(true)
    setValues((before) => ({ ...before, [name]: value }))
  }

  async function submit(event) {
    event.preventDefault()
    if (busy) return
    const wrong = check(values)
    setErrors(wrong)
    setProblem(null)
    if (wrong.length) return showSummary(box)
    setBusy(true)
    const goOnTo = focusNow()
    try {
      const receipt = await send(values)
      setTouched(false)
      await done(receipt, goOnTo)
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal
      setErrors(refusal.fields)
      setProblem(refusal)
      showSummary(box)
      if ([409, 412, 428].includes(refusal.status)) refused(refusal)
    } finally {
      setBusy(false)
    }
  }

  return { values, set, setValues, touched, errors, problem, busy, submit, box }
}

/** The field error of `name`, or undefined. */
export const errorOf = (form, name) => form.errors.find(({ field }) => field === name)?.words

/** Checks that fields are filled: missing(values, {words: "Say what you need to know"}). */
export function missing(values, required) {
  const empty = (value) => value == null || value.length === 0 || (typeof value === "string" && !value.trim())
  return Object.entries(required).filter(([field]) => empty(values[field])).map(([field, words]) => ({ field, words }))
}

function showSummary(box) {
  // The summary is drawn after this turn; it takes the focus so that it is read out.
  setTimeout(() => box.current?.querySelector(".nhsuk-error-summary")?.focus())
}
