/** Home first: the pathway needed, the one given, and why not home when it is a bed. */
import { html } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { Form } from "../../form/form.js"
import { Select, TextArea, TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { Theirs } from "../move.js"
import { PathwayWords } from "../pathway-words.js"

export function Pathway({ details, codes, done, refused }) {
  const form = useForm({
    initial: fill(details.pathway),
    check,
    send: (values) => put(`/cases/${details.case.id}/pathway`, body(values), basis.etag),
    done,
    refused,
  })
  const basis = useBasis(form, details.pathway, fill)
  const pathways = codes.pathways.map(({ code, words }) => ({ code, words: `${code} ${words}` }))
  const its = { form, id: "pathway" }
  return html`<${Form} form=${form} id="pathway" action="Decide">
    <${Theirs} basis=${basis}><${PathwayWords} pathway=${basis.theirs} codes=${codes} /><//>
    <${Radios} ...${its} name="needed" label="Pathway the person needs" options=${pathways} />
    <${Radios} ...${its} name="given" label="Pathway they will be given" options=${pathways} />
    ${isBed(form.values) && html`<div class="hw-conditional">
      <${Select} ...${its} name="why_not_home" label="Why not home?" options=${codes.why_not_home} />
      <${TextArea} ...${its} name="words" label="In your words" />
      <${TextArea} ...${its} name="home_possible_if" label="What would make home possible?" rows="2" />
      <${TextInput} ...${its} name="review_on" type="date" label="Review on" />
    </div>`}
  <//>`
}

const fill = (pathway) => ({
  needed: pathway?.needed ?? "",
  given: pathway?.given ?? "",
  why_not_home: pathway?.why_not_home ?? "",
  words: pathway?.words ?? "",
  home_possible_if: pathway?.home_possible_if ?? "",
  review_on: pathway?.review_on ?? "",
})

const isBed = ({ given }) => given === "P2" || given === "P3"

function check(values) {
  return missing(values, {
    needed: "Choose the pathway the person needs",
    given: "Choose the pathway they will be given",
    ...(isBed(values) && {
      why_not_home: "Choose why not home",
      words: "Say why not home in your words",
      home_possible_if: "Say what would make home possible",
      review_on: "Give the day to review this",
    }),
  })
}

function body(values) {
  const home = { why_not_home: null, words: null, home_possible_if: null, review_on: null }
  return isBed(values) ? values : { ...values, ...home }
}
