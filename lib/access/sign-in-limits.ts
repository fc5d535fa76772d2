import { wideFor, type Limit } from './rate-limit'

const QUARTER = 900

/**
 * What counts wrong passwords within a quarter of an hour; right ones are given back, so that an office behind one address is not in its own way.
 * - an account from one address: guessing one person's password;
 * - one address over all accounts: one password tried on everybody;
 * - an account from all addresses: guessing from many places. High, because it is the one by which somebody could keep a colleague out.
 */
export function wrongTries(account: string, visitor: string): [Limit, string][] {
  return [
    [{ name: 'sign-in-pair', points: 10, seconds: QUARTER }, `${account} ${visitor}`],
    [wideFor({ name: 'sign-in-address', points: 40, seconds: QUARTER }, visitor), visitor],
    [{ name: 'sign-in-account', points: 50, seconds: QUARTER }, account],
  ]
}
