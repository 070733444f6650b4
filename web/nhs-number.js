/** An NHS number as it is read aloud, in three parts; who has none, and one whose check digit does not fit, are said to. */

/** "999 000 3106", "999 000 3107 (does not check)", or "Not known"; of a person, who may be null. */
export function nhsNumber(person) {
  if (!person?.nhs_number) return "Not known"
  const doubt = person.nhs_number_verified === false ? " (does not check)" : ""
  return `${person.nhs_number.replace(/(\d{3})(\d{3})(\d{4})/, "$1 $2 $3")}${doubt}`
}
