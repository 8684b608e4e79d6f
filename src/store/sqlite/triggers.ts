/** What the database itself refuses, whatever the program does. */
export const triggers: readonly string[] = [
  ...['events', 'links'].flatMap((table) =>
    ['update', 'delete'].map(
      (act) => `create trigger ${table}_refuse_${act} before ${act} on ${table}
        begin select raise(abort, '${table}: what happened is never changed'); end`,
    ),
  ),
  `create trigger identifier_refuse_second_owner before update on identifiers
     when old.active = 1 and new.unit <> old.unit
     begin select raise(abort, 'identifiers: a number names one unit'); end`,
  `create trigger identifier_refuse_delete before delete on identifiers
     begin select raise(abort, 'identifiers: a number is never forgotten'); end`,
  `create trigger unit_refuse_delete before delete on units
     begin select raise(abort, 'units: a unit is never forgotten'); end`,
]
