/** Who works here now. */
export const OperatorMenu = () => null
