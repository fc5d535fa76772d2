-- Every opened person asks which records were merged into it; without this the whole register was read for the answer.
CREATE INDEX person_merged_into_idx ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;
