"""The draft of a referral: one of each stay, shared by the ward. Its body is what is filled in, by part of the form."""

from app.drafts.keeping import DraftKind

# The key is held until the draft is kept, so that an erasure at the same time finds it.
_WHOSE = """
    SELECT person_key.person_id FROM spell_1 spell
    JOIN person_key ON person_key.system_id = spell.system_id AND person_key.person_id = spell.person_id
    WHERE spell.system_id = $1 AND spell.id = $2 AND NOT spell.gone
    FOR KEY SHARE OF person_key"""

_FORGET_OF_ENDED_STAYS = """
    DELETE FROM referral_draft draft WHERE system_id = $1 AND saved_at < now() - interval '1 day' AND NOT EXISTS (
        SELECT 1 FROM spell_1 spell
        WHERE spell.system_id = draft.system_id AND spell.id = draft.spell_id AND NOT spell.gone)"""

REFERRAL = DraftKind(
    table="referral_draft", of="spell_id", what="spell", whose=_WHOSE, forget_ended=_FORGET_OF_ENDED_STAYS
)
