-- A talk with several people is an entry at each of them, and the entries know that they are one talk. Whose the others are says only the policy of each.
ALTER TABLE contact ADD COLUMN together_id uuid;
