import { visavis } from '../visavis.js'

export const GET = async (request) =>
  Response.json(await visavis(`/face-authentications/${request.nextUrl.searchParams.get('id')}`))
