import { compareWithModel } from './agree.ts'

compareWithModel('sqlite', 100_000)
