/** What is loaded of each kind; a file is looked at first, then loaded. What was looked at is what is loaded. */
import { announce } from "../announce.js"
import { html, useLayoutEffect, useRef, useState } from "../html.js"
import { get, post, put } from "../http.js"
import { missing, useForm } from "../form/use-form.js"
import { File } from "./file.js"
import { Kinds } from "./kinds.js"
import { Outcome } from "./outcome.js"

export function Reference({ kinds: first }) {
  const [kinds, setKinds] = useState(first)
  const [outcome, setOutcome] = useState(null)
  const heading = useRef(null)
  const form = useForm({
    initial: { kind: first[0].kind, text: "" },
    check: (values) => missing(values, { text: "Paste the file, or choose it" }),
    send: (values) => (setOutcome(null), post(`/reference/${values.kind}/preview`, { text: values.text })),
    done: (changes) => setOutcome({ changes, of: form.values, loaded: false }),
  })
  const load = useForm({
    initial: {},
    send: () => put(`/reference/${outcome.of.kind}`, { text: outcome.of.text }),
    done: async (changes) => {
      setOutcome({ ...outcome, changes, loaded: true })
      announce("The file was loaded.")
      setKinds((await get("/reference")).kinds)
    },
  })
  const current = outcome && outcome.of === form.values
  useLayoutEffect(() => {
    if (current) heading.current?.focus()
  }, [outcome])
  return html`
    <h1 class="nhsuk-heading-m">Where homes belong</h1>
    <p>Council, ICB, practice and hub of a person follow from their home by these tables. Load them in this order: what a line names must be there before it.</p>
    <${Kinds} kinds=${kinds} />
    <${File} form=${form} kinds=${kinds} />
    ${current && html`<${Outcome} ...${outcome} heading=${heading} form=${load} />`}`
}
