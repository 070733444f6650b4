/** The twelve fields as they are filled in: one value a part, named as the server names it. What is empty is a gap. */

const ROWS = ["transfers", "walking", "stairs", "wash_and_dress", "toilet", "eat_and_drink", "medicines"]
const WORDS = [
  ...["person.going_to", "person.words", "why_in_hospital", "readiness.words"],
  ...["told_and_agrees.agrees", "told_and_agrees.why", "told_and_agrees.language"],
  ...["capacity.state", "capacity.decision", "capacity.who", "what_matters.person", "what_matters.family"],
  ...["before.lives", "before.provider", "before.held_until"],
  ...ROWS.flatMap((row) => [`function.${row}.before`, `function.${row}.now`]),
  ...["needs.weight_bearing_until", "needs.words", "mind_and_behaviour.words"],
  ...["risks.swallowing", "risks.infection", "risks.safeguarding_stops_leaving", "risks.access", "risks.words"],
  ...["people.carer", "people.carer_phone", "people.carer_willing", "people.knows_best", "people.therapist_seen_on"],
]
const CODES = [
  ...["told_and_agrees.accessible", "capacity.representatives", "before.help", "needs.needs", "needs.nursing"],
  ...["mind_and_behaviour.items", "risks.risks", "people.waits_for"],
]

export const BLANK = { ...Object.fromEntries(WORDS.map((part) => [part, ""])), ...Object.fromEntries(CODES.map((part) => [part, []])) }

/** In the order of the form. */
export const FIELDS = [...["person", "why_in_hospital", "readiness", "told_and_agrees", "capacity", "what_matters", "before"],
  ...["function", "needs", "mind_and_behaviour", "risks", "people"]]

export const draftPath = (spellId) => `/spells/${spellId}/referral-draft`
export const fieldOf = (part) => part.split(".")[0]

const has = (part, code) => (values) => values[part].includes(code)
const hasPackage = (values) => values["before.help"].some((code) => code.startsWith("package_"))
const CONDITIONS = {
  "person.words": (values) => values["person.going_to"] && values["person.going_to"] !== "usual_home",
  "told_and_agrees.why": (values) => values["told_and_agrees.agrees"] === "does_not_agree",
  "capacity.decision": (values) => ["doubt", "lacks"].includes(values["capacity.state"]),
  "capacity.who": (values) => values["capacity.representatives"].length > 0,
  "before.provider": hasPackage,
  "before.held_until": hasPackage,
  "needs.nursing": has("needs.needs", "nursing_task"),
  "needs.weight_bearing_until": has("needs.needs", "weight_bearing_limit"),
  "risks.swallowing": has("risks.risks", "swallowing"),
  "risks.infection": has("risks.risks", "infection"),
  "risks.safeguarding_stops_leaving": has("risks.risks", "safeguarding"),
}

/** Whether a part is asked at all, given the other answers. What was typed there before is kept and not sent. */
export const asks = (values, part) => !CONDITIONS[part] || Boolean(CONDITIONS[part](values))

const isEmpty = (value) => (typeof value === "string" ? !value.trim() : value.length === 0)

/** What of these fields is filled in, as a draft holds it. */
export function filledIn(values, fields = FIELDS) {
  const parts = Object.entries(values).filter(([part, value]) => [...fields, "hub_id"].includes(fieldOf(part)) && !isEmpty(value))
  return Object.fromEntries(parts.map(([part, value]) => [part, typeof value === "string" ? value.trim() : value]))
}

/** The answers to these fields as the server takes them: {needs: {needs: […]}, …}; a gap is not sent. */
export function bodyOf(values, fields = FIELDS) {
  const body = {}
  for (const [part, value] of Object.entries(filledIn(values, fields))) {
    if (part === "hub_id" || !asks(values, part)) continue
    if (part === "people.waits_for") for (const code of value) put(body, `people.waits_for_${code}`, true)
    else put(body, part, part === "risks.safeguarding_stops_leaving" ? value === "yes" : value)
  }
  return body
}

/** One field as it is changed by itself; emptied, it is sent with nothing in it, since a gap takes nothing away. */
export const changeOf = (values, field) => ({ [field]: {}, ...bodyOf(values, [field]) })

function put(body, part, value) {
  const path = part.split(".")
  const last = path.pop()
  const at = path.reduce((within, name) => (within[name] ??= {}), body)
  at[last] = value
}

/** The values of a form that was sent: the reverse of `bodyOf`. */
export function valuesOf(form) {
  const values = { ...BLANK }
  for (const part of [...WORDS, ...CODES]) {
    const value = part.split(".").reduce((within, name) => within?.[name], form)
    if (value !== null && value !== undefined) values[part] = typeof value === "boolean" ? (value ? "yes" : "no") : value
  }
  const waits = form.people ? ["therapy", "medical_review"].filter((whom) => form.people[`waits_for_${whom}`]) : []
  return { ...values, "people.waits_for": waits }
}

/** The fields of these that are gaps. */
export const gapsOf = (values, fields = FIELDS) => fields.filter((field) => !(field in bodyOf(values, fields)))
