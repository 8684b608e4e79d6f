/** Which company one is in, and the way to another. */
export const CompanyMenu = () => null
