/** Field 2: what happened, what is settled, what to watch. */
import { TextArea } from "../form/fields.js"
import { html } from "../html.js"
import { plainWords } from "./parts.js"

export const WhyInHospitalField = (field) =>
  html`<${TextArea} ...${plainWords(field, "why_in_hospital")} label="Why are they in hospital?" hint="What happened, what is settled, what to watch; up to 400 characters" />`
