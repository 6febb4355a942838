import { readIds, redirect_url, toLink, visavis } from '../visavis.js'

export const POST = async () => {
  const { id } = await visavis('/face-authentications', await readIds())
  return Response.json({
    id,
    ...toLink(await visavis(`/face-authentications/${id}/attempts`, { redirect_url })),
  })
}
