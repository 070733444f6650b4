/** The ward takes its referral or early alert back, for one of three reasons that are never counted as one. */
import { html, useRef } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { Form } from "../../form/form.js"
import { TextArea } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { newId } from "../../ids.js"

export function Withdraw({ details, codes, done, refused }) {
  const id = useRef(newId())
  const form = useForm({
    initial: { why: "", words: "" },
    check: (values) => missing(values, { why: "Choose why it is taken back" }),
    send: ({ why, words }) => put(`/cases/${details.case.id}/withdrawal`, { why, words: words.trim() || null, closure_id: id.current }),
    done: (receipt) => {
      id.current = newId() // the next withdrawal is another one
      return done(receipt)
    },
    refused,
  })
  return html`<${Form} form=${form} id="withdrawal" action="Take it back">
    <${Radios} form=${form} id="withdrawal" name="why" label="Why?" options=${codes.withdrawal} />
    <${TextArea} form=${form} id="withdrawal" name="words" label="In words (optional)" rows="2" />
  <//>`
}
