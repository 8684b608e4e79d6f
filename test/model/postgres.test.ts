import { compareWithModel } from './agree.ts'

compareWithModel('postgres', 20_000)
