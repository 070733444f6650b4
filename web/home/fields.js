/** A home as it is typed: address a line each, postcode, and the code of the GP practice. */
import { html } from "../html.js"
import { TextArea, TextInput } from "../form/fields.js"

export const BLANK_HOME = { address: "", postcode: "", practice: "" }

export const HomeFields = ({ optional, ...its }) => html`
  <${TextArea} ...${its} name="address" rows="2" label=${`Address${optional ? " (optional)" : ""}`} hint="A line each, without the postcode" />
  <div class="hw-pair">
    <${TextInput} ...${its} name="postcode" label=${`Postcode${optional ? " (optional)" : ""}`} />
    <${TextInput} ...${its} name="practice" label=${`GP practice code${optional ? " (optional)" : ""}`} />
  </div>`

/** The values of the fields for what is kept. */
export const typedOf = ({ address, postcode, practice }) => ({ address: address.join("\n"), postcode: postcode ?? "", practice: practice ?? "" })

/** What is sent for the values. */
export const homeIn = ({ address, postcode, practice }) => ({
  address: address.split("\n").map((line) => line.trim()).filter(Boolean),
  postcode: postcode.trim() || null,
  practice: practice.trim() || null,
})

/** What is kept, in one line. */
export const homeWords = ({ address, postcode, practice }) => [...address, postcode, practice && `practice ${practice}`].filter(Boolean).join(", ") || "Nothing is known"
