/** The address the web and worker processes use, made from the owner's. */
export function appUrl(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl)
  url.username = 'indgang_web'
  url.password = appPassword
  return url.toString()
}
