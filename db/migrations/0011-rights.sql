-- 04-rights: what a household could have and does not. One section a chapter, in the order of the room.

-- ── facts and estimate ──────────────────────────────────────────────────────────────────────────────────────────────

-- ── application: what was asked, refused, granted, paid ─────────────────────────────────────────────────────────────

-- ── register: checks by consent, documents asked once ───────────────────────────────────────────────────────────────

-- ── entitlement: rights and cards with an end ───────────────────────────────────────────────────────────────────────

-- ── benefit: local benefits ─────────────────────────────────────────────────────────────────────────────────────────
