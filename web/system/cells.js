/** Cells of a list: as they are read, as they are typed, and as they are sent. */

const spaced = (code) => String(code).replaceAll("_", " ")

export function inWords({ kind, several, options }, value) {
  if (value === null || value === undefined || value === false || (several && !value.length)) return ""
  if (several) return value.join(", ")
  if (kind === "yes") return "yes"
  return options.length ? spaced(value) : String(value)
}

export const choices = ({ options }) => options.map((code) => ({ code, words: spaced(code) }))

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
