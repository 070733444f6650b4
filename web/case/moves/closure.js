/** The case ends, with its outcome: at first what follows from how they left. Who is in hospital is not settled. */
import { html, useRef } from "../../html.js"
import { isAway } from "../../arriving/words.js"
import { Form } from "../../form/form.js"
import { Select, TextArea } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { newId } from "../../ids.js"

export function Close({ details, codes, done, refused }) {
  const id = useRef(newId())
  const form = useForm({
    initial: { outcome: SUGGESTED[details.case.left_how] ?? "", words: "" },
    check: (values) => missing(values, { outcome: "Choose how the case ended", ...(isHanded(values) && { words: "Say which hub has the case now, and who there took it over" }) }),
    send: ({ outcome, words }) => put(`/cases/${details.case.id}/closure`, { outcome, words: words.trim() || null, closure_id: id.current }),
    done: (receipt) => {
      id.current = newId() // the next closure is another one
      return done(receipt)
    },
    refused,
  })
  const left = isAway(details.case)
  const outcomes = codes.outcomes.filter(({ code }) => left || !AFTER_LEAVING.includes(code))
  return html`<${Form} form=${form} id="closure" action="Close the case">
    <${Select} form=${form} id="closure" name="outcome" label="How did it end?" options=${outcomes} />
    <${TextArea} form=${form} id="closure" name="words" label=${isHanded(form.values) ? "To which hub, and to whom there?" : "In words (optional)"} rows="2" />
  <//>`
}

const isHanded = ({ outcome }) => outcome === "other_hub"

const AFTER_LEAVING = ["settled", "ward_discharge"]
const SUGGESTED = { self_discharge: "self_discharge", transferred: "other_hospital" }
