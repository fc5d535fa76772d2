// redirect() works by throwing, and unstable_rethrow lets such an error pass.
export function redirect(to: string): never {
  throw Object.assign(new Error('NEXT_REDIRECT'), { digest: `NEXT_REDIRECT;push;${to};303;` })
}
export function notFound(): never {
  throw Object.assign(new Error('NEXT_NOT_FOUND'), { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
}
export function unstable_rethrow(error: unknown): void {
  if (String((error as { digest?: string }).digest).startsWith('NEXT_')) throw error
}
export const refresh = () => {}
