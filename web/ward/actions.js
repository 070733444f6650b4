/** What whoever is signed in may do on the ward list. What is not theirs is not among the actions. */
import { announce } from "../announce.js"
import { spoken } from "../names.js"
import { stale } from "../ready.js"
import { may } from "../session.js"
import { hubNeed, review } from "./changes.js"
import { isAsked } from "./hub-need.js"

export const abilities = (me) => ({
  story: true, // who sees the list may read what happened
  review: may(me, "review_criteria"),
  hubNeed: may(me, "say_hub_need"),
  refer: may(me, "submit_referral"),
  alert: may(me, "raise_early_alert"),
  admit: may(me, "open_spell"),
  move: may(me, "move_person"),
  wrongMove: may(me, "reverse_move"),
  expected: may(me, "expect_discharge"),
  home: may(me, "record_details"),
  leave: may(me, "start_leave"),
  back: may(me, "end_leave"),
  lounge: may(me, "send_to_lounge"),
  onWard: may(me, "return_to_ward"),
  left: may(me, "end_spell"),
  escalate: may(me, "raise_escalation"),
  mistake: may(me, "reverse_admission"),
  takeBack: may(me, "reverse_end"),
})

/** Each answers whether the person is done with. `caseOf(spell)` is their live case, `now` the server's time. */
export function actions({ can, outbox, caseOf, now, open }) {
  const opens = (what) => (spell) => void open({ what, spell })
  return {
    ...(can.review && reviews({ can, outbox, caseOf, open })),
    ...(can.hubNeed && Object.fromEntries(["yes", "no", "dont_know"].map((need) => [need, (spell) => answer(spell, need)]))),
    ...Object.fromEntries(DIALOGS.filter((what) => can[what]).map((what) => [what, opens(what)])),
  }

  function answer(spell, need) {
    outbox.give(spell, hubNeed(spell, need))
    return !can.review || !stale(spell, now)
  }
}

const DIALOGS = ["story", "alert", "admit", "move", "wrongMove", "expected", "home", "leave", "back", "lounge", "onWard", "left", "takeBack", "escalate", "mistake"]

const reviews = ({ can, outbox, caseOf, open }) => ({
  meets: (spell) => void open({ what: "meets", spell }),
  noLonger(spell) {
    outbox.give(spell, review(spell, "no_longer_meets"))
    const asks = can.hubNeed && isAsked({ ...spell, criteria: "no_longer_meets" }, caseOf(spell))
    if (asks) announce(`Does ${spoken(spell.person)} need the hub? Y yes, X no, question mark don't know`)
    return !asks
  },
  noChange(spell) {
    if (spell.criteria === "not_reviewed") return void announce(`${spoken(spell.person)} was never reviewed: say N or M`)
    outbox.give(spell, review(spell, spell.criteria, spell.criteria_met))
    return true
  },
})
