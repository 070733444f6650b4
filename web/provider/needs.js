/** What a card asks of a service, in words, and which of its units would do it. */
import { wordsOf } from "../session.js"
import { localTime, shortDate } from "../time.js"

/** "Reablement at home, from Fri 27 Nov". */
export const titleOf = (offer, codes) => `${wordsOf(codes.service_lines, offer.line)}, from ${shortDate(offer.start_on)}`

/** The lines of a card: the calls or the bed, where, what staff must know, what is signed. */
export function needsOf(offer, codes) {
  const calls = offer.calls.map(({ window, carers, minutes }) => `${wordsOf(codes.windows, window)}: ${minutes} min${carers > 1 ? ` by ${carers} carers` : ""}`)
  const { sex, side_room: side, ground_floor: ground, weight } = offer.bed ?? {}
  const bed = offer.bed && ["Bed", sex && wordsOf(codes.sexes, sex), side && "side room", ground && "ground floor", weight].filter(Boolean).join(", ")
  const skills = offer.skills.map((code) => wordsOf(codes.skills, code)).join(", ")
  const risks = offer.risks.map((code) => wordsOf(codes.risks, code)).join(", ")
  return [
    ...calls.map((words) => ["Call", words]),
    ["Bed", bed],
    ["Where", offer.sector && `postcode sector ${offer.sector}`],
    ["Needs skill in", skills],
    ["Staff must know", risks],
    ["Way in", offer.way_in && wordsOf(codes.access, offer.way_in)],
    ["Trusted assessment", offer.assessment_number && `version ${offer.assessment_number}, relied on until ${shortDate(offer.assessment_until)} ${localTime(offer.assessment_until)}`],
  ].filter(([, words]) => words)
}

/** The keys of the units that the card would have, one for each call; null where the service has none such. */
export function unitsFor(offer, service) {
  const units = service?.units ?? []
  if (!offer.calls.length) return some(units.filter(({ beds, run }) => !run && (!offer.bed || fits(beds ?? {}, offer.bed))))
  const keys = offer.calls.map(({ window, carers }) => units.find(({ run }) => run?.window === window && run.carers >= carers)?.key)
  return keys.every(Boolean) ? keys : null
}

const some = ([unit]) => (unit ? [unit.key] : null)
const fits = (beds, bed) => (!bed.sex || [null, undefined, bed.sex].includes(beds.sex)) && (beds.side_room || !bed.side_room) && (beds.ground_floor || !bed.ground_floor)

/** Whether every unit that the card would have is free now, by the service's own last count. */
export function couldRun(offer, service, now) {
  const keys = unitsFor(offer, service)
  if (!keys) return false
  const kept = (key) => service.places.filter(({ starts_at: at, until }) => at || until > now).flatMap(({ units }) => units).filter((unit) => unit === key).length
  return keys.every((key) => {
    const { usable, contingency, occupied } = service.units.find((unit) => unit.key === key)
    return usable - contingency - occupied - kept(key) >= keys.filter((each) => each === key).length
  })
}
