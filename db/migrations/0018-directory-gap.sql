-- 05-directory: a gap may also be told by somebody who was looking by himself, on the public page. Nothing of him is kept.
alter table directory_gap_ask drop constraint directory_gap_ask_asked_from_check;
alter table directory_gap_ask add constraint directory_gap_ask_asked_from_check check (asked_from in ('search', 'referral', 'citizen'));
