function as(ownerUrl: string, user: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = user
  url.password = password
  return url.toString()
}

/** The address requests are served with, made from the owner's. */
export function appUrl(ownerUrl: string, password: string): string {
  return as(ownerUrl, 'indgang_web', password)
}

/** The address jobs work with: another login, because it may become what no request may. */
export function jobsUrl(ownerUrl: string, password: string): string {
  return as(ownerUrl, 'indgang_jobs', password)
}
