/** Tells only what is new: the page draws itself anew each time. */
export const createTeller = <Event>(emit: (event: Event) => void): ((event: Event) => void) => {
  let told = ''
  return (event) => {
    const said = JSON.stringify(event)
    if (said !== told) emit(event)
    told = said
  }
}
