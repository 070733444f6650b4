/** A line of a count as a form holds it, and back. Pure. */

export const NUMBERS = [["commissioned", "Commissioned"], ["usable", "Usable"], ["occupied", "Occupied"], ["contingency", "Kept back"]]

export const emptyUnit = (kind) => ({
  key: "", commissioned: "", usable: "", occupied: "0", contingency: "0",
  ...{ beds: { sex: "", side_room: false, ground_floor: false, max_weight_kg: "" }, calls: { window: "", carers: "1", sectors: "", starts_on: "" } }[kind],
})

export function fillUnit({ beds, run, ...unit }) {
  const numbers = Object.fromEntries(NUMBERS.map(([name]) => [name, String(unit[name])]))
  if (beds) return { key: unit.key, ...numbers, ...beds, sex: beds.sex ?? "", max_weight_kg: beds.max_weight_kg?.toString() ?? "" }
  if (run) return { key: unit.key, ...numbers, window: run.window, carers: String(run.carers), sectors: run.sectors.join(", "), starts_on: run.starts_on ?? "" }
  return { key: unit.key, ...numbers }
}

export function bodyOf(line, kind) {
  const numbers = Object.fromEntries(NUMBERS.map(([name]) => [name, Number(line[name])]))
  const unit = { key: line.key.trim(), ...numbers }
  const { sex, side_room, ground_floor, max_weight_kg, window, carers, sectors, starts_on } = line
  if (kind === "beds") return { ...unit, beds: { sex: sex || null, side_room, ground_floor, max_weight_kg: max_weight_kg ? Number(max_weight_kg) : null } }
  if (kind !== "calls") return unit
  const areas = sectors.split(/[,;]+/).map((area) => area.trim()).filter(Boolean)
  return { ...unit, run: { window, carers: Number(carers), sectors: areas, starts_on: starts_on || null } }
}

/** What is wrong, each with the name of its line. */
export function check(units, kind) {
  const names = units.map(({ key }) => key.trim())
  const wrong = []
  if (!units.length) wrong.push("Add at least one line")
  if (new Set(names).size < names.length) wrong.push("Give each line a name of its own")
  units.forEach((unit, at) => {
    const line = names[at] || `Line ${at + 1}`
    const number = (name) => Number(unit[name])
    if (!names[at]) wrong.push(`${line}: give it a name`)
    if (kind === "calls" && !unit.window) wrong.push(`${line}: choose the window of its calls`)
    if (NUMBERS.some(([name]) => !/^[0-9]+$/.test(String(unit[name]).trim()))) wrong.push(`${line}: give whole numbers`)
    else if (number("usable") > number("commissioned")) wrong.push(`${line}: no more can be usable than is commissioned`)
    else if (number("contingency") > Math.min(number("usable"), number("commissioned") * 0.15)) wrong.push(`${line}: at most 15 % of what is commissioned may be kept back`)
  })
  return wrong.map((words) => ({ field: "units", words }))
}
