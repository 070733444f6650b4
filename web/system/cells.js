/** Cells of a list: as they are read, as they are typed, and as they are sent. */

const spaced = (code) => String(code).replaceAll("_", " ")

/** A code as it is read: one of a national list with its label beside it. */
const named = (labels, code) => (labels[code] ? `${code} ${labels[code]}` : spaced(code))

export function inWords({ kind, several, options, labels }, value) {
  if (value === null || value === undefined || value === false || (several && !value.length)) return ""
  if (several) return value.join(", ")
  if (kind === "yes") return "yes"
  return options.length ? named(labels, value) : String(value)
}

export const choices = ({ options, labels }) => options.map((code) => ({ code, words: named(labels, code) }))

/** What a line says in words: its own, or the label of the code by which it is named. */
export const wordsOf = ({ columns, named_by }, line) =>
  line.words ?? columns.filter(({ name }) => named_by.includes(name)).map(({ name, labels }) => labels[line[name]]).find(Boolean)

/** What stands in the form: text everywhere. */
export function typed({ kind, several, default: usual }, line) {
  const value = line.value === undefined ? usual : line.value
  if (kind === "yes") return value ? "yes" : "no"
  if (several) return (value ?? []).join(", ")
  return value === null || value === undefined ? "" : String(value)
}

/** What is sent: the server says in words what it cannot take. */
export function meant({ kind, several }, text) {
  const number = (said) => (/^-?\d+$/.test(said) ? Number(said) : said)
  if (kind === "yes") return text === "yes"
  if (several) return text.split(",").map((each) => each.trim()).filter(Boolean).map((each) => (kind === "number" ? number(each) : each))
  if (!text.trim()) return null
  return kind === "number" ? number(text.trim()) : text.trim()
}
