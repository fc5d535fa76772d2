-- A draft is its writer's: the id the browser makes up for it means nothing of anybody else's. Before, an id that was taken by a colleague's answered otherwise than one that was free.
ALTER TABLE contact_draft DROP CONSTRAINT contact_draft_pkey, ADD CONSTRAINT contact_draft_pkey PRIMARY KEY (id, user_id);
