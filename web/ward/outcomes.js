/** What is said after something was done by hand: shown where it took the row away, else only read out. */
import { announce } from "../announce.js"
import { spoken } from "../names.js"
import { daysBetween, localTime, shortDate } from "../time.js"

/** {moved, movedBack, expected, onLeave, back, inLounge, onWard, left, takenBack, returned}: each says what was done with `spell`. `tell` shows a notice. */
export function outcomes(spell, wardId, places, now, tell) {
  const who = spoken(spell.person)
  return {
    moved: ({ ward, bed }) => (ward.id === wardId ? announce(`${who} moved to bed ${bed}`) : tell({ words: `${who} moved to ${ward.name}, bed ${bed}.` })),
    movedBack: ({ ward_id: ward, bed }) => (ward === wardId ? announce(`${who} is in bed ${bed} again`) : tell({ words: `${who} is in ${places.get(ward)?.name ?? "another ward"}, bed ${bed}, again.` })),
    expected: ({ expected_on: day }) => announce(day ? `${who} is expected to leave on ${shortDate(day)}` : `${who} is expected to leave on no date`),
    onLeave: () => announce(`${who} is on leave`),
    back: () => announce(`${who} is back from leave`),
    inLounge: () => announce(`${who} waits in the discharge lounge`),
    onWard: () => announce(`${who} is back on the ward`),
    left: ({ receipt, how, at }) =>
      tell({ words: `${who} ${LEFT[how] ?? "left hospital"} at ${clock(at, now)}.`, left: { spell, position: receipt.position } }),
    takenBack: () => tell({ words: `${who} was admitted by mistake, and is no longer on this list.` }),
    returned: () => tell({ words: `${who} is on this list again.` }),
  }
}

const LEFT = { died: "died", virtual_ward: "went home on the virtual ward" }

const clock = (at, now) => `${localTime(at)}${daysBetween(at, now) ? ` on ${shortDate(at)}` : ""}`
