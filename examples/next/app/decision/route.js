import { visavis } from '../visavis.js'

export const GET = async (request) => {
  const id = encodeURIComponent(request.nextUrl.searchParams.get('id'))
  return Response.json(await visavis(`/face-authentications/${id}`))
}
