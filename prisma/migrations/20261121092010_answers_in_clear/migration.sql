-- The answer to these two forms is what they open: a protected address, a whole number. It was remembered as the answer to any form is.
DELETE FROM submission WHERE action IN ('revealAddress', 'revealCpr');
