/** States, reasons and parts of a feed in words. */
export const STATES = [
  ["waiting", "Waiting"],
  ["refused", "Refused"],
  ["recorded", "Kept only"],
  ["ignored", "Ignored"],
  ["applied", "Placed"],
]

const TAGS = { waiting: "orange", refused: "red", recorded: "grey", ignored: "grey", applied: "green" }

export const stateWords = (state) => STATES.find(([code]) => code === state)?.[1] ?? state
export const stateTag = (state) => `nhsuk-tag nhsuk-tag--${TAGS[state] ?? "grey"}`

/** "unknown-ward" as "Unknown ward". */
export function reasonWords(code) {
  const words = (code ?? "").replaceAll("-", " ")
  return words ? words[0].toUpperCase() + words.slice(1) : "No reason"
}

export const CLASSES = [
  ["inpatient", "In-patient"],
  ["emergency", "Emergency"],
  ["outpatient", "Out-patient"],
  ["day", "Day case"],
  ["preadmit", "Before admission"],
  ["other", "Of another kind"],
].map(([code, words]) => ({ code, words }))

export const CAME_FROM = [
  ["care_home", "A care home"],
  ["temporary_home", "A temporary address"],
].map(([code, words]) => ({ code, words }))

export const TRUSTED = [
  ["details", "Names, numbers, address and phone"],
  ["place", "Ward and bed"],
  ["class", "Kind of patient"],
  ["expected_discharge", "Expected date of discharge"],
  ["medically_fit", "Medically fit (a proposal)"],
  ["early_alert", "Telling the hub early (a proposal)"],
  ["death", "Deaths"],
  ["leaving", "Discharges"],
].map(([code, words]) => ({ code, words }))
