/** 4 and 5: what the person said to being referred, how to speak with them, and who may decide with or for them. */
import { html } from "../../html.js"
import { Checkboxes, Radios } from "../../form/choices.js"
import { TextArea, TextInput } from "../../form/fields.js"
import { asks } from "../answers.js"

export const ToldAndAgrees = ({ codes, ...its }) => html`
  <${Radios} ...${its} name="told_and_agrees.agrees" label="What did they say to being referred?" options=${codes.agrees} />
  ${asks(its.form.values, "told_and_agrees.why") && html`<${TextArea} ...${its} name="told_and_agrees.why" rows="2" label="Why do they not agree?" />`}
  <${TextInput} ...${its} name="told_and_agrees.language" label="Language, if an interpreter is needed" />
  <${Checkboxes} ...${its} name="told_and_agrees.accessible" label="What do they need to read, hear and be heard?" options=${codes.accessible} />`

export const Capacity = ({ codes, ...its }) => html`
  <${Radios} ...${its} name="capacity.state" label="Is there doubt that they can decide this?" options=${codes.capacity} />
  ${asks(its.form.values, "capacity.decision") && html`<${TextInput} ...${its} name="capacity.decision" label="Which decision?" hint="For example: where to live after hospital" />`}
  <${Checkboxes} ...${its} name="capacity.representatives" label="Who speaks for them?" options=${codes.representatives} />
  ${asks(its.form.values, "capacity.who") && html`<${TextInput} ...${its} name="capacity.who" label="Who is that, and how are they reached?" />`}`
