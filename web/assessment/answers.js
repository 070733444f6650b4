/** Answers as the server keeps them, and as fields hold them: text, a list of codes, or rows of those. */
import { instantOf, localDate, localTime } from "../time.js"

/** The fields' values for these answers; what is not answered is empty. */
export const valuesOf = (form, answers) => filled(form.sections, answers)

/** The answers that these values are; what is empty is left out. */
export const answersOf = (form, values) => answered(form.sections, values)

/** An empty row of a group that repeats. */
export const blankRow = (group) => filled(group.items, {})

function filled(items, answers) {
  const values = {}
  for (const item of items) {
    const said = answers[item.linkId] ?? []
    if (item.type === "group" && item.repeats) values[item.linkId] = said.map((row) => filled(item.items, row))
    else if (item.type !== "group" && item.type !== "display" && !item.readOnly) Object.assign(values, typed(item, said))
    if (!(item.type === "group" && item.repeats)) Object.assign(values, filled(item.items, answers))
  }
  return values
}

/** Of several codes with words of one's own the words stand beside: their field is named `…~other`. */
function typed(item, said) {
  const { linkId, repeats, options } = item
  if (!repeats) return { [linkId]: said.length ? textOf(item, said[0]) : "" }
  const known = options.map(({ code }) => code)
  const values = { [linkId]: said.filter((each) => known.includes(each)) }
  return item.type === "open-choice" ? { ...values, [`${linkId}~other`]: said.find((each) => !known.includes(each)) ?? "" } : values
}

function textOf(item, value) {
  if (item.type === "quantity") return String(value.value)
  if (item.type === "dateTime") return `${localDate(value)}T${localTime(value)}`
  if (item.type === "open-choice") return item.options.find(({ code }) => code === value)?.words ?? value
  return String(value)
}

function answered(items, values) {
  const answers = {}
  for (const item of items) {
    if (item.type === "group" && item.repeats) {
      const rows = (values[item.linkId] ?? []).map((row) => answered(item.items, row))
      if (rows.length) answers[item.linkId] = rows
      continue
    }
    const said = item.type === "group" || item.type === "display" || item.readOnly ? [] : saidOf(item, values)
    if (said.length) answers[item.linkId] = said
    Object.assign(answers, answered(item.items, values))
  }
  return answers
}

function saidOf(item, values) {
  const value = values[item.linkId]
  if (item.repeats) return [...(value ?? []), ...[values[`${item.linkId}~other`]?.trim()].filter(Boolean)]
  const text = typeof value === "string" ? value.trim() : ""
  return text ? [valueOf(item, text)] : []
}

/** What cannot be read is sent as it was typed: the server says at the field what would be right. */
function valueOf(item, text) {
  if (item.type === "boolean") return text === "true"
  if (["integer", "decimal"].includes(item.type)) return numberOr(text)
  if (item.type === "quantity") return typeof numberOr(text) === "number" ? { value: numberOr(text), unit: item.unit } : text
  if (item.type === "dateTime") return instantOf(...text.split("T")) ?? text
  if (item.type === "open-choice") return item.options.find(({ words }) => words.toLowerCase() === text.toLowerCase())?.code ?? text
  return text
}

const numberOr = (text) => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text)
