/** The words of this page: kinds of list, what a row will do or did, how far a list has come. */
import { may } from "../session.js"

const KINDS = [
  { code: "ward_list", words: "A ward list", hint: "who is in which bed" },
  { code: "caseboard", words: "A hub's caseboard", hint: "whose way home the hub coordinates" },
]

/** The kinds that this person may bring in, as choices. */
export const kindsFor = (me) => KINDS.filter(({ code }) => may(me, `bring_in_${code}`))

export const kindWords = (code) => KINDS.find((kind) => kind.code === code).words

const WILL = {
  admit: "Will be admitted",
  move: "Will be moved here",
  refer: "Will be referred",
  same: "Here already",
  nobody: "Nobody in this row",
  left_out: "Left out",
  cannot: "Cannot be brought in",
}
const DID = { ...WILL, admit: "Admitted", move: "Moved", refer: "Referred", cannot: "Not brought in" }

/** What a row will do, or did. */
export const whatWords = ({ what, done, undone }) => {
  if (undone === "taken_back") return `${DID[what]}, and taken back`
  if (undone === "left") return `${DID[what]}, and left as it is`
  return done ? DID[what] : WILL[what]
}

/** What has an effect and may be left out. */
export const DOES = ["admit", "move", "refer"]

const COUNTS = {
  admit: ["to admit", "admitted"],
  move: ["to move", "moved"],
  refer: ["to refer", "referred"],
  same: ["here already", "were here already"],
  cannot: ["cannot be brought in", "not brought in"],
  left_out: ["left out", "left out"],
  nobody: ["about nobody", "about nobody"],
}

/** [{what, number, words}] of a page's counts, in the order that matters. */
export const countsOf = ({ counts, state }) =>
  Object.entries(COUNTS)
    .filter(([what]) => counts[what])
    .map(([what, [will, did]]) => ({ what, number: counts[what], words: state === "read" ? will : did }))

export const STATES = {
  read: "Not brought in yet",
  begun: "Stopped half way",
  forgotten: "Stopped half way",
  applied: "Brought in",
  taken_back: "Taken back",
}
