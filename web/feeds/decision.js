/** Decisions that need no more than a yes, or a reason. */
import { Form } from "../form/form.js"
import { TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { placeAgain, useDecision } from "./use-settle.js"

export function Decision({ name, action, ...its }) {
  const again = useForm({ initial: {}, send: () => placeAgain(its.page), done: its.onDone })
  const decided = useDecision({ ...its, decision: () => ({ kind: name }) })
  return html`<${Form} form=${name === "place_again" ? again : decided} id=${name} action=${action} />`
}

export function Ignore(its) {
  const form = useDecision({
    ...its,
    initial: { words: "" },
    check: (values) => missing(values, { words: "Say why nothing is to be done" }),
    decision: ({ words }) => ({ kind: "ignore", words }),
  })
  return html`<${Form} form=${form} id="ignore" action="Ignore it">
    <${TextArea} form=${form} id="ignore" name="words" label="Why is nothing to be done?" hint="Do not write who it is about." />
  <//>`
}
