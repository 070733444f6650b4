/** One form of the referral with its draft: what is typed goes to the draft, what others filled in comes in from it. */
import { html, useLayoutEffect } from "../html.js"
import { useForm } from "../form/use-form.js"
import { FIELDS, filledIn } from "./answers.js"
import { atParts, checkAnswers } from "./checks.js"

/** `blank`: the values where the draft has none. The rest as `useForm` takes it; `check` and `send` know the values. */
export function useReferral({ draft, blank, held, fields = FIELDS, check = () => [], send, ...rest }) {
  const form = useForm({
    initial: { ...blank, ...held },
    check: (values) => [...checkAnswers(values, fields), ...check(values)],
    send: (values) => send(values).catch(atParts),
    ...rest,
  })
  useLayoutEffect(() => void (form.touched && draft.typed(filledIn(form.values, fields))), [form.values])
  useLayoutEffect(() => {
    draft.onOthers = (answers) => form.setValues((now) => ({ ...now, ...emptied(now, answers, blank), ...asTyped(now, answers) }))
  }, [])
  return form
}

/** What somebody else has taken out again. */
const emptied = (now, answers, blank) =>
  Object.fromEntries(Object.keys(now).filter((part) => !(part in answers)).map((part) => [part, Array.isArray(blank[part]) ? [] : ""]))

/** Without taking away the space that somebody has just typed behind a word. */
const asTyped = (now, answers) =>
  Object.fromEntries(Object.entries(answers).map(([part, value]) => [part, typeof value === "string" && now[part]?.trim?.() === value ? now[part] : value]))

/** Saves at once whatever is typed when a field is left. */
export const SavesOnLeaving = ({ draft, children }) => html`<div onFocusOut=${() => draft.save()}>${children}</div>`
