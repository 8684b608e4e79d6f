/** A list of ids or texts goes to the database as one JSON parameter. */
export const inList = (column: string) => `${column} in (select value from json_each(?))`
