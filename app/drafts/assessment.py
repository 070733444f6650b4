"""The draft of an assessment: one of each case, shared by ward and hub until it is signed."""

from app.drafts.keeping import DraftKind

# The key is held until the draft is kept, so that an erasure at the same time finds it.
_WHOSE = """
    SELECT person_key.person_id FROM case_1 live
    JOIN person_key ON person_key.system_id = live.system_id AND person_key.person_id = live.person_id
    WHERE live.system_id = $1 AND live.id = $2 AND NOT live.gone
    FOR KEY SHARE OF person_key"""

_FORGET_OF_CLOSED_CASES = """
    DELETE FROM assessment_draft draft WHERE system_id = $1 AND saved_at < now() - interval '1 day' AND NOT EXISTS (
        SELECT 1 FROM case_1 live
        WHERE live.system_id = draft.system_id AND live.id = draft.case_id AND NOT live.gone)"""

ASSESSMENT = DraftKind(
    table="assessment_draft", of="case_id", what="case", whose=_WHOSE, forget_ended=_FORGET_OF_CLOSED_CASES
)
