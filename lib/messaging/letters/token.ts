/** Prefix of the keyword that ties a document to its letter. */
export const TOKEN_PREFIX = 'indgang-letter:'
