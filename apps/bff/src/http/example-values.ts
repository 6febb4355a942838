/** What stands in the examples of bodies for what is yours. */
export const EXAMPLE_APPLICANT_ID = 'aplt_tkoi5db4hryu5cei5vwoabr7we'
export const EXAMPLE_USER_JOURNEY_ID = 'usj_t5bdzsdmi57ehhkrnmp5omjimu'
/** How a JPEG begins. */
export const EXAMPLE_IMAGE = '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD'
