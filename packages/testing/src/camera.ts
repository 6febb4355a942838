export { browserCamera } from './browser-camera.ts'
export { type FakeCamera, fakeCamera } from './fake-camera.ts'
export { type FilmedFrame, type FilmOptions, filmSelfie, filmTurn } from './heads/film-turn.ts'
export type { HeadPose } from './heads/fit-face.ts'
export type { HeadPortrait } from './heads/head-portrait.ts'
export { personsPortrait, personsRoom } from './heads/persons-portrait.ts'
export {
  createPresentation,
  type Motion,
  type Presentation,
  SPECIES,
  type Species,
} from './heads/presentations.ts'
export type { Raster } from './heads/raster.ts'
export type { PersonName } from './people.ts'
export { portraitPhoto } from './portrait-photo.ts'
export { SCENES, type Scene } from './scenes.ts'
export { type TurningCameraOptions, turningCamera } from './turning-camera.ts'
