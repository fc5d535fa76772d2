-- A ground is lifted, or it stands: no job takes one away. Undoing an import did, in the name of whoever may import (ADR 0025). With a person
-- who is removed whole their grounds go by the foreign key.
REVOKE DELETE ON person_protection FROM indgang_worker;
