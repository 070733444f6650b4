/** What is asked because of what was answered: the same rule as the server's, so that the page shows no more and no less. */
import { isQuestion } from "./questionnaire.js"

/** `asks(linkId)` and `given(linkId)` of these answers, in one row of a group that repeats where `row` is given. */
export function sheetOf(form, answers, row = null) {
  const given = (linkId) => (form.places.get(linkId).within ? row : answers)?.[linkId] ?? []

  function asks(linkId) {
    const { item, parent } = form.places.get(linkId)
    if (parent && !leadsToMore(parent)) return false
    const held = item.when.map(holds)
    return item.any && held.length ? held.some(Boolean) : held.every(Boolean)
  }

  const leadsToMore = (parent) => asks(parent) && (!isQuestion(form.places.get(parent).item) || given(parent).length > 0)

  function holds({ question, operator, answer }) {
    const said = asks(question) ? given(question) : []
    if (operator === "exists") return said.length > 0 === answer
    if (operator === "!=") return !said.some((each) => same(each, answer))
    return said.some((each) => COMPARE[operator](each, answer))
  }

  return { asks, given }
}

/** The answers without those to questions that are not asked. */
export function onlyAsked(form, answers) {
  const sheet = sheetOf(form, answers)
  const kept = Object.entries(answers).filter(([linkId]) => sheet.asks(linkId))
  return Object.fromEntries(kept.map(([linkId, said]) => [linkId, isQuestion(form.places.get(linkId).item) ? said : said.map((row) => rowOnlyAsked(form, answers, row))]))
}

function rowOnlyAsked(form, answers, row) {
  const sheet = sheetOf(form, answers, row)
  return Object.fromEntries(Object.entries(row).filter(([linkId]) => sheet.asks(linkId)))
}

const alike = (a, b) => (typeof a === typeof b ? [a?.value ?? a, b?.value ?? b] : [NaN, NaN])
const same = (a, b) => ((one, two) => one === two)(...alike(a, b))
const COMPARE = {
  "=": same,
  ">": (a, b) => ((one, two) => one > two)(...alike(a, b)),
  "<": (a, b) => ((one, two) => one < two)(...alike(a, b)),
  ">=": (a, b) => ((one, two) => one >= two)(...alike(a, b)),
  "<=": (a, b) => ((one, two) => one <= two)(...alike(a, b)),
}
