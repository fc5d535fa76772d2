import { handler } from '@/lib/access/auth/handler'

export { handler as GET, handler as POST }
