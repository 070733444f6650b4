/** 7. How the person lived before, with whom and with what help. */
import { html } from "../../html.js"
import { Checkboxes, Radios } from "../../form/choices.js"
import { TextInput } from "../../form/fields.js"
import { asks } from "../answers.js"

export const Before = ({ codes, ...its }) => html`
  <${Radios} ...${its} name="before.lives" label="How did they live?" options=${codes.lives} inline />
  <${Checkboxes} ...${its} name="before.help" label="What help did they have?" options=${codes.help} />
  ${asks(its.form.values, "before.provider") && html`<div class="hw-pair">
    <${TextInput} ...${its} name="before.provider" label="Who provided it?" />
    <${TextInput} ...${its} name="before.held_until" type="date" label="Held until" />
  </div>`}`
