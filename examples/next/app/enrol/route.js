import { readIds, redirect_url, toLink, visavis } from '../visavis.js'

export const POST = async () => {
  const { applicant_id, user_journey_id } = await readIds()
  return Response.json(
    toLink(await visavis(`/applicants/${applicant_id}/face-enrollments`, { redirect_url, user_journey_id })),
  )
}
