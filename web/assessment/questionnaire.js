/** A FHIR Questionnaire as the page asks it: its sections, and every item by its linkId with where it stands. */

const FILLED_FROM = "urn:homeward:fhir:filled-from"
const MAX_OCCURS = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs"
const UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"

/** {id, version, title, description, sections: [item], places: Map(linkId -> {item, parent, within, section})}. */
export function formOf(questionnaire) {
  const { id, version, title, description } = questionnaire
  const sections = questionnaire.item.map(itemOf)
  const places = new Map()
  for (const section of sections) place(places, section, { parent: null, within: null, section })
  return { id, version, title, description, sections, places }
}

export const isQuestion = (item) => item.type !== "group" && item.type !== "display"

function itemOf(told) {
  return {
    linkId: told.linkId,
    text: told.text ?? "",
    type: told.type,
    required: told.required ?? false,
    repeats: told.repeats ?? false,
    readOnly: told.readOnly ?? false,
    most: extension(told, MAX_OCCURS),
    maxLength: told.maxLength,
    unit: extension(told, UNIT)?.code,
    filledFrom: extension(told, FILLED_FROM),
    options: (told.answerOption ?? []).map(optionOf),
    when: (told.enableWhen ?? []).map((each) => ({ question: each.question, operator: each.operator, answer: keyOf(valueIn(each, "answer")) })),
    any: told.enableBehavior === "any",
    items: (told.item ?? []).map(itemOf),
  }
}

function place(places, item, { parent, within, section }) {
  places.set(item.linkId, { item, parent, within, section })
  const inside = item.type === "group" && item.repeats ? item.linkId : within
  for (const each of item.items) place(places, each, { parent: item.linkId, within: inside, section })
}

function optionOf(told) {
  const value = valueIn(told, "value")
  return { code: keyOf(value), words: value.display ?? String(keyOf(value)) }
}

const keyOf = (value) => value?.code ?? value
const valueIn = (told, start) => Object.entries(told).find(([name]) => name.startsWith(start))?.[1]
const extension = (told, url) => {
  const found = told.extension?.find((each) => each.url === url)
  return found && valueIn(found, "value")
}
