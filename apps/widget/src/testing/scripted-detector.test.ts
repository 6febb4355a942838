import { describeDetector } from './describe-detector.ts'
import { createScriptedDetector } from './scripted-detector.ts'

describeDetector('scripted', async (answers) => createScriptedDetector(answers))
