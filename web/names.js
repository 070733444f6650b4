/** Names as they are read and as they are said. A person may have been erased, or come without a name. */
export const nameOf = (person) => person?.name || "Name not known"

/** "SMITH, Ada" said aloud: "Ada Smith". Mixed-case family names ("McRae") are left as they are. */
export function spoken(person) {
  const [family, given] = nameOf(person).split(", ")
  const said = family === family.toUpperCase() ? family.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase()) : family
  return given ? `${given} ${said}` : said
}
