/** One login per role, shown on the demo's sign-in page and in the README. The demo municipality's data is made up. */
export const demoPassword = 'indgang-demo'
export const demoLogins = [
  { email: 'koordinator@demo.invalid', role: 'VETERAN_COORDINATOR' },
  { email: 'kollega@demo.invalid', role: 'VETERAN_COORDINATOR' },
  { email: 'leder@demo.invalid', role: 'MANAGER' },
  { email: 'sagsbehandler@demo.invalid', role: 'CASEWORKER' },
  { email: 'frivilligleder@demo.invalid', role: 'VOLUNTEER_LEAD' },
  { email: 'frivillig@demo.invalid', role: 'VOLUNTEER' },
  { email: 'forening@demo.invalid', role: 'ASSOCIATION_REPRESENTATIVE' },
  { email: 'formand@demo.invalid', role: 'ASSOCIATION_REPRESENTATIVE' },
  { email: 'administrator@demo.invalid', role: 'ADMINISTRATOR' },
  { email: 'it-kollega@demo.invalid', role: 'ADMINISTRATOR' },
  { email: 'dpo@demo.invalid', role: 'DATA_PROTECTION_OFFICER' },
] as const
