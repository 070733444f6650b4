/**
 * What a form that changes earlier words was begun from. While nothing is typed it follows the latest; once typing has
 * begun it stays, so that a change by somebody else is shown beside what is typed and never overwritten unseen.
 */
import { useEffect, useState } from "../html.js"

/** `current`: the sub-resource with its etag, or null. `fill(current)`: the form's values for it. */
export function useBasis(form, current, fill) {
  const [basis, setBasis] = useState(current)
  const changed = (current?.etag ?? null) !== (basis?.etag ?? null)
  useEffect(() => {
    if (!changed || form.touched) return
    setBasis(current)
    form.setValues(fill(current))
  }, [current?.etag, form.touched])
  return { etag: basis?.etag ?? null, theirs: changed && form.touched ? current : null, keepMine: () => setBasis(current) }
}
