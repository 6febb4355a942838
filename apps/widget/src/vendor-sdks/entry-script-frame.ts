import { runScriptFrame } from './run-script-frame.ts'

const element = document.getElementById('vendor')
const home = document.querySelector<HTMLMetaElement>('meta[name=visavis-home]')?.content
if (element && home) runScriptFrame({ element, home })
