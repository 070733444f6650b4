/** Field 6: in the person's own words, and what the family says. */
import { TextArea } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export function WhatMattersField(field) {
  const its = parts(field)
  return html`
    <${TextArea} ...${its} name="person" label="What matters to them, in their words" rows="2" />
    <${TextArea} ...${its} name="family" label="What the family says" rows="2" />`
}
