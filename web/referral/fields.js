/** The fields of the form in their order, or those of them that are asked for. */
import { html } from "../html.js"
import { FIELDS } from "./answers.js"
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

/** `about`: {person, spell, ward, now}, what is known of the stay. */
export function Fields({ form, id, codes, about, fields = FIELDS }) {
  const set = (part, value) => form.set(part, Array.isArray(value) ? standingAlone(part, form.values[part], value) : value)
  const setParts = (parts) => Object.entries(parts).forEach(([part, value]) => form.set(part, value))
  const its = { ...form, set, setParts }
  return fields.map((name) => html`<${Field} key=${name} form=${its} name=${name} codes=${codes}>
    <${DRAWN_BY[name]} form=${its} id=${id} codes=${codes} about=${about} />
  <//>`)
}
