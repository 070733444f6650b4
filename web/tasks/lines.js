/** The lines of a list: a task joined with its stay, ward and who has it. Pure; rows in, lines out. */
import { nameOf } from "../names.js"

export const linesOf = ({ tasks, spells, places, staff }, list) =>
  [...tasks.value.values()].filter(({ scope }) => scope === list).map((task) => {
    const spell = spells.value.get(task.spell_id) ?? null
    return { task, spell, ward: (spell && places.value.get(spell.ward_id)) ?? null, name: nameOf(task.person), given: staff.value.get(task.assigned_to)?.name ?? null }
  })

/** Who leaves first, then what is due first; what has no time comes last. */
export const inOrder = ({ task: a }, { task: b }) => byTime(a.leave_at, b.leave_at) || byTime(a.due_at, b.due_at) || a.id.localeCompare(b.id)

const byTime = (a, b) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : Date.parse(a) - Date.parse(b))
