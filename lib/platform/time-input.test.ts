import { expect, it } from 'vitest'
import { readTime } from './time-input'

it.each([['14:30', 14, 30], ['9.05', 9, 5], ['0905', 9, 5], ['00:00', 0, 0], ['23:59', 23, 59]])('reads %s as a time of day', (text, hour, minute) => expect(readTime(text)).toEqual({ hour, minute }))
it.each(['24:00', '12:60', '12', 'nu', '', '12:3'])('%s is no time of day', (text) => expect(readTime(text)).toBeNull())
