/** Escalations in words: how high, how long is left, who is to act. Pure; rows in, words out. */
import { may } from "../session.js"
import { slot } from "../time.js"

const HIGHEST_FIRST = ["SRO", "L4", "L3", "L2", "L1"]
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The highest first, then what is to be answered first. */
export const inOrder = (a, b) =>
  HIGHEST_FIRST.indexOf(a.level) - HIGHEST_FIRST.indexOf(b.level) || Date.parse(a.answer_by) - Date.parse(b.answer_by) || a.id.localeCompare(b.id)

export const isAnswered = ({ acknowledged_at: taken, acted_at: acted }) => Boolean(taken || acted)

/** {words, late} of the time to answer; null once somebody has. */
export function timeLeft(row, now) {
  if (isAnswered(row)) return null
  const left = Date.parse(row.answer_by) - Date.parse(now)
  const late = left < 0
  return { late, words: late ? `${span(-left)} late: was to be answered ${slot(row.answer_by, now)}` : `${span(left)} left: answer by ${slot(row.answer_by, now)}` }
}

function span(passed) {
  if (passed < HOUR) return `${Math.max(1, Math.round(passed / MINUTE))} min`
  return passed < 48 * HOUR ? `${Math.floor(passed / HOUR)} h` : `${Math.floor(passed / (24 * HOUR))} d`
}

/** Whose it is, in words: two organisations may each have one of the same title. */
export const ownerOf = (row, { places }) => places.value.get(row.owner_id)?.name ?? ""

/** Who must act still on what has climbed above their own ladder; null while it stands on it, or on nobody's. */
export const stillFor = (row, { places }) => (row.level === "SRO" && row.owner_id ? `Still for ${ownerOf(row, { places }) || "its owner"} to act on` : null)

/** Who is to act at its level: [{whose, role, phone}] on the owner's ladder, and beside it on the hub's. */
export function whoActs(row, { ladders, places }) {
  const owner = row.level === "SRO" || !row.owner_id ? officer(ladders.value) : rung(ladders.value.get(row.owner_id), row.level)
  const hub = places.value.get(row.hub_id)
  const beside = hub && hub.parent_id !== row.owner_id && rung(ladders.value.get(hub.parent_id), row.level)
  const named = (whose, found) => found && { whose, role: found.role, phone: found.phone }
  const whose = row.level === "SRO" ? null : places.value.get(row.owner_id)?.name
  return [named(whose ?? "The system", owner), named(hub?.name, beside)].filter(Boolean)
}

/** Whether this person takes on and settles what stands with the whole system: by role, or as its officer by name. */
export const speaksForSystem = (me, { ladders }) => may(me, "answer_for_system") || (Boolean(me.staff_id) && officer(ladders.value)?.staff_id === me.staff_id)

const officer = (ladders) => [...ladders.values()].find(({ whose }) => whose === "system")?.rungs[0]

const rung = (ladder, level) => ladder?.rungs[["L1", "L2", "L3", "L4"].indexOf(level)]

/** The escalations of a case, with those of the stay that it follows. */
export const ofCase = (rows, kase) => rows.filter((row) => row.case_id === kase.id || (row.spell_id && row.spell_id === kase.spell_id)).sort(inOrder)

/** What a card says: the highest that stands, how many there are, and whether one waits too long; null where none is. */
export function markOf(rows, now) {
  if (rows.length === 0) return null
  const [first] = rows
  const late = rows.some((row) => timeLeft(row, now)?.late)
  return { level: first.level, title: first.title, more: rows.length - 1, late }
}
