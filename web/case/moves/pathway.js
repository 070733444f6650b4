/** Home first: the pathway needed, the one given, and for a bed why not home. */
import { html } from "../../html.js"
import { Radios } from "../../form/choices.js"
import { Form } from "../../form/form.js"
import { Select, TextArea, TextInput } from "../../form/fields.js"
import { useBasis } from "../../form/use-basis.js"
import { missing, useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { localDate } from "../../time.js"
import { Theirs } from "../move.js"
import { PathwayWords } from "../pathway-words.js"
import { WhyNotHome, holdsUntil, requiredOfBed } from "./why-not-home.js"

export function Pathway({ details, codes, now, done, refused }) {
  const form = useForm({
    initial: fill(details.pathway),
    check: (values) => [...missing(values, { ...REQUIRED, ...(isBed(values) && requiredOfBed(values, details, codes)) }), ...passed(values, now)],
    send: (values) => put(`/cases/${details.case.id}/pathway`, body(values, codes), basis.etag),
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
    ${isHome(form.values) && html`<div class="hw-conditional">
      <${Select} ...${its} name="restart" label="Do they go back to what they had?" hint="As it was and still held is P0; with more, or lapsed, is P1" options=${codes.restarts} choose="No, or nothing to restart" />
      <${TextArea} ...${its} name="words" label="In your words (optional)" rows="2" />
      <${TextInput} ...${its} name="decided_by" label="Who decided? (optional)" />
    </div>`}
    ${isBed(form.values) && html`<div class="hw-conditional"><${WhyNotHome} ...${its} details=${details} codes=${codes} /></div>`}
  <//>`
}

/** The same decision again is no news to the server, so that it would not say that its day to review has passed. */
const passed = (values, now) =>
  isBed(values) && values.review_on && values.review_on < localDate(now) ? [{ field: "review_on", words: "This day lies before today. Give today or a day to come." }] : []

const REQUIRED = { needed: "Choose the pathway the person needs", given: "Choose the pathway they will be given" }
const OF_A_BED = ["why_not_home", "home_possible_if", "review_on", "senior_yes", "limit_until"]

const fill = (pathway) => ({
  needed: pathway?.needed ?? "",
  given: pathway?.given ?? "",
  words: pathway?.words ?? "",
  decided_by: pathway?.decided_by ?? "",
  restart: pathway?.restart ?? "",
  alternatives: pathway?.alternatives ?? [],
  ...Object.fromEntries(OF_A_BED.map((name) => [name, pathway?.[name] ?? ""])),
})

const isBed = ({ given }) => given === "P2" || given === "P3"
const isHome = ({ given }) => given === "P0" || given === "P1"

/** Only what belongs to what is given; what was typed for the other stays in the form. */
function body(values, codes) {
  const { needed, given, words, decided_by: decidedBy } = values
  const said = { needed, given, words: filled(words), decided_by: filled(decidedBy) }
  if (!isBed(values)) return { ...said, restart: values.restart || null }
  const ofBed = Object.fromEntries(OF_A_BED.map((name) => [name, filled(values[name])]))
  return {
    ...said,
    ...ofBed,
    alternatives: values.alternatives,
    senior_yes: given === "P3" ? ofBed.senior_yes : null,
    limit_until: holdsUntil(values.why_not_home, codes) ? ofBed.limit_until : null,
  }
}

const filled = (words) => words.trim() || null
