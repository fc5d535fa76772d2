import type { Recipient } from '@/lib/consent/register/queries'

export const recipientName = (recipient: Recipient, locale: string): string => (locale === 'da' ? recipient.nameDa : recipient.nameEn)
