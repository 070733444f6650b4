/** The twelve fields of a referral, readable: what is answered in words, what is not as a gap by its name. */
import { html } from "../html.js"
import { FIELDS } from "../referral/answers.js"
import { wordsOf } from "../session.js"
import { longDate } from "../time.js"

/** `form`: the answers by field; one that is missing or null is a gap. */
export function ReferralFacts({ form, codes, fields = FIELDS }) {
  return html`<dl class="nhsuk-summary-list hw-facts hw-referral-facts">
    ${fields.map((field) => html`<div class="nhsuk-summary-list__row" key=${field}>
      <dt class="nhsuk-summary-list__key">${wordsOf(codes.referral_fields, field)}</dt>
      <dd class="nhsuk-summary-list__value"><${Answer} lines=${linesOf(form, field, codes)} /></dd>
    </div>`)}
  </dl>`
}

/** The fields that are gaps, by name: "capacity, function"; "" where there is none. */
export const gapWords = (form, codes) =>
  FIELDS.filter((field) => linesOf(form, field, codes).length === 0).map((field) => wordsOf(codes.referral_fields, field)).join(" · ")

const Answer = ({ lines }) => (lines.length ? html`<${Lines} lines=${lines} />` : html`<span class="hw-gap">Gap</span>`)

export const Lines = ({ lines }) => html`<ul class="hw-answer">${lines.map((line) => html`<li>${line}</li>`)}</ul>`

/** One answer in words, a line each for what was said; [] for a gap. */
export function linesOf(form, field, codes) {
  const answer = form[field]
  return answer === null || answer === undefined ? [] : LINES[field](answer, codes).filter(Boolean)
}

const one = (list, code) => code && wordsOf(list, code)
const many = (list, held) => list.filter(({ code }) => (held ?? []).includes(code)).map(({ words }) => words).join(" · ")
const said = (name, words) => words && `${name}: ${words}`
const quoted = (name, words) => words && `${name}: “${words}”`
/** As it was when the referral was sent: how it is now, the stay says. */
const CRITERIA = { meets: "Met the criteria when referred", no_longer_meets: "No longer met the criteria when referred", not_reviewed: "Not reviewed when referred" }

const LINES = {
  person: ({ going_to: to, words }, { going_to: list }) => [said("Going to", one(list, to)), words],
  why_in_hospital: (words) => [words],
  readiness: ({ criteria, since, expected_discharge: expected, words }) => [
    criteria && (CRITERIA[criteria] ?? criteria),
    since && `Ready since ${longDate(since)}`,
    expected && `Expected to leave ${longDate(expected)}`,
    words,
  ],
  told_and_agrees: (its, codes) => [
    one(codes.agrees, its.agrees),
    its.why,
    said("Interpreter", its.language),
    said("Needs", many(codes.accessible, its.accessible)),
  ],
  capacity: (its, codes) => [
    one(codes.capacity, its.state),
    said("Decision", its.decision),
    many(codes.representatives, its.representatives),
    said("Who", its.who),
  ],
  what_matters: ({ person, family }) => [person && `“${person}”`, quoted("Family", family)],
  before: (its, codes) => [
    said("Lived", one(codes.lives, its.lives)?.toLowerCase()),
    said("Help", many(codes.help, its.help)),
    said("Provider", its.provider),
    its.held_until && `Held until ${longDate(its.held_until)}`,
  ],
  function: (rows, codes) => codes.function.filter(({ code }) => rows[code]).map(({ code, words }) => `${words}: ${changeWords(rows[code], codes.levels)}`),
  needs: (its, codes) => [
    many(codes.needs, its.needs),
    said("Nurse", many(codes.nursing, its.nursing)),
    its.weight_bearing_until && `Weight-bearing limit until ${longDate(its.weight_bearing_until)}`,
    its.words,
  ],
  mind_and_behaviour: (its, codes) => [many(codes.mind, its.items), its.words],
  risks: (its, codes) => [
    many(codes.risks, its.risks),
    said("Swallowing", its.swallowing),
    said("Infection", its.infection),
    typeof its.safeguarding_stops_leaving === "boolean" && `Safeguarding ${its.safeguarding_stops_leaving ? "stops" : "does not stop"} leaving`,
    said("Way in", one(codes.access, its.access)),
    its.words,
  ],
  people: (its, codes) => [
    said("Carer", [its.carer, its.carer_phone].filter(Boolean).join(", ")),
    said("Willing to care", one(codes.willing, its.carer_willing)),
    said("Knows them best", its.knows_best),
    its.therapist_seen_on && `Therapist saw them on ${longDate(its.therapist_seen_on)}`,
    its.waits_for_therapy && "Waits for therapy",
    its.waits_for_medical_review && "Waits for medical review",
  ],
}

function changeWords({ before, now }, levels) {
  const [was, is] = [before, now].map((level) => (level ? wordsOf(levels, level).toLowerCase() : "not known"))
  return was === is ? `${is}, as before` : `${is} now, ${was} before`
}
