/**
 * The draft on the server: kept 1 s after typing stops and when a field is left, sent again until it is there. What
 * somebody else filled in meanwhile comes in; where both answered one field, both are shown.
 */
import { batch, signal } from "../html.js"
import { Problem, get, put } from "../http.js"
import { merging } from "./merge.js"

const PAUSE = 1_000
const RETRY = 3_000

/** The draft as it is kept at an address, or null. */
export const readDraft = (path) => get(path)

/**
 * `held` as `readDraft` answers; `fieldOf(part)` is the field that a part of the answers belongs to; `toBody(answers)` is how
 * they are sent, `fromBody(kept)` how they come back. `state` is a signal: {is: "nothing" | "typing" | "saved" | "waiting" | "refused", at, words};
 * `answers()` is what is filled in by now;
 * `contest` is a signal of what two people answered: {fields, mine, theirs, by}, or null. `onOthers(answers)` is told what came in.
 */
export function draftOf(path, held, { fieldOf, toBody = (answers) => ({ answers }), fromBody = (kept) => kept.answers }) {
  const { same, merge, withField } = merging(fieldOf)
  let atRest = held ? { is: "saved", at: held.saved_at } : { is: "nothing" }
  const state = signal(atRest)
  const contest = signal(null)
  const begun = held ? fromBody(held) : {}
  let [base, mine, etag] = [begun, begun, held?.etag ?? null]
  let [timer, going, must, closed] = [null, null, false, false]
  const draft = { state, contest, typed, save, check, choose, close, answers: () => mine, onOthers: () => {} }
  const unsaved = () => !closed && !same(mine, base)
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault())
  addEventListener("online", () => unsaved() && save())

  function typed(answers) {
    mine = answers
    if (!unsaved()) return void (clearTimeout(timer), (state.value = atRest))
    if (state.value.is !== "waiting") state.value = { is: "typing" }
    later(PAUSE)
  }

  function later(wait) {
    clearTimeout(timer)
    timer = setTimeout(save, wait)
  }

  /** Says whether all that is typed is kept. */
  async function save() {
    clearTimeout(timer)
    await (going ??= keepAll().finally(() => (going = null)))
    return !contest.value && !unsaved()
  }

  /** As `save`, and learns what others filled in also where nothing was typed here. */
  function check() {
    must = etag !== null
    return save()
  }

  async function keepAll() {
    while (!contest.value && !closed && (must || unsaved())) if (!(await keepOnce(mine))) return
  }

  async function keepOnce(sent) {
    try {
      const kept = await put(path, toBody(sent), etag)
      ;[base, etag, must] = [fromBody(kept), kept.etag, false]
      atRest = { is: "saved", at: kept.saved_at }
      state.value = unsaved() ? { is: "typing" } : atRest
      return true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      return refused(problem)
    }
  }

  async function refused(problem) {
    if (problem.status === 412 || problem.status === 428) return meet()
    must = false
    state.value = problem.passing ? { is: "waiting" } : { is: "refused", words: problem.message }
    if (problem.passing) later(RETRY)
    return false
  }

  /** Somebody else kept theirs meanwhile. */
  async function meet() {
    const theirs = await readDraft(path).catch(() => undefined)
    if (theirs === undefined) return refused(new Problem({ status: 0 }))
    if (theirs === null) return ([base, etag, must] = [{}, null, false]), true
    const there = fromBody(theirs)
    const met = merge(base, mine, there)
    ;[base, etag, mine] = [there, theirs.etag, met.answers]
    batch(() => {
      draft.onOthers(met.answers, theirs.saved_by)
      if (met.contested.length) contest.value = { fields: met.contested, mine, theirs: there, by: theirs.saved_by }
    })
    return true
  }

  /** Settles one field that two people answered. */
  function choose(field, whose) {
    const { fields, theirs } = contest.value
    if (whose === "theirs") draft.onOthers((mine = withField(mine, field, theirs)))
    const left = fields.filter((each) => each !== field)
    contest.value = left.length ? { ...contest.value, fields: left } : null
    if (!left.length) save()
  }

  /** Nothing is kept from now on: the referral was sent, and the server has let go of its draft. */
  function close() {
    closed = true
    clearTimeout(timer)
  }

  return draft
}
