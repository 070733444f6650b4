/** Closing was wrong: the case stands again where it stood. */
import { html, useRef } from "../../html.js"
import { Form } from "../../form/form.js"
import { TextArea } from "../../form/fields.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { newId } from "../../ids.js"

export function Reopen({ details, done, refused }) {
  const id = useRef(newId())
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Say why the case is open again" }),
    send: (values) => put(`/cases/${details.case.id}/reopening`, { ...values, reopening_id: id.current }),
    done: (receipt) => {
      id.current = newId() // the next reopening is another one
      return done(receipt)
    },
    refused,
  })
  return html`<${Form} form=${form} id="reopening" action="Reopen">
    <${TextArea} form=${form} id="reopening" name="words" label="Why is it open again?" />
  <//>`
}
