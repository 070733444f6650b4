/** Field 3: what the ward adds to what the stay says; criteria and dates are set in the review. */
import { TextInput } from "../form/fields.js"
import { html } from "../html.js"
import { parts } from "./parts.js"

export const ReadinessField = (field) =>
  html`<${TextInput} ...${parts(field)} name="words" label="What is there to add?" hint="Criteria and dates come from the review" />`
