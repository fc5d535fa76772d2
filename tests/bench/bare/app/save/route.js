import { NextResponse } from 'next/server'
import { save } from '../main-query'

export async function POST(request) {
  await save(await request.formData())
  return new NextResponse(null, { status: 303, headers: { location: '/' } })
}
