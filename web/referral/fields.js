/** The fields of the form in their order, or those of them that are asked for, each with what an earlier case says; and the parts of one by itself. */
import { html } from "../html.js"
import { FIELDS } from "./answers.js"
import { AsSaid } from "./earlier.js"
import { Field, standingAlone } from "./field.js"
import { Capacity, ToldAndAgrees } from "./fields/agreement.js"
import { Before } from "./fields/before.js"
import { Function } from "./fields/function.js"
import { MindAndBehaviour, Needs, Risks } from "./fields/needs.js"
import { People } from "./fields/people.js"
import { Person } from "./fields/person.js"
import { Readiness } from "./fields/readiness.js"
import { WhatMatters, WhyInHospital } from "./fields/story.js"

const DRAWN_BY = {
  person: Person,
  why_in_hospital: WhyInHospital,
  readiness: Readiness,
  told_and_agrees: ToldAndAgrees,
  capacity: Capacity,
  what_matters: WhatMatters,
  before: Before,
  function: Function,
  needs: Needs,
  mind_and_behaviour: MindAndBehaviour,
  risks: Risks,
  people: People,
}

export const Fields = ({ form, codes, fields = FIELDS, earlier, ...its }) => fields.map((name) => html`<${Field} key=${name} form=${form} name=${name} codes=${codes}>
  ${earlier && html`<${AsSaid} form=${form} name=${name} codes=${codes} earlier=${earlier} />`}
  <${Parts} form=${form} name=${name} codes=${codes} ...${its} />
<//>`)

/** The parts of one field. `about`: {person, spell, ward, now}, what is known of the stay; without it that is left out. */
export function Parts({ form, name, ...its }) {
  const set = (part, value) => form.set(part, Array.isArray(value) ? standingAlone(part, form.values[part], value) : value)
  const setParts = (parts) => Object.entries(parts).forEach(([part, value]) => form.set(part, value))
  return html`<${DRAWN_BY[name]} form=${{ ...form, set, setParts }} ...${its} />`
}
