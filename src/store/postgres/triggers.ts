/** What the database itself refuses, whatever the program does. */
export const triggers: readonly string[] = [
  `create function refuse_change() returns trigger language plpgsql as
     $$ begin raise exception '%: what happened is never changed', tg_table_name; end $$`,
  `create trigger events_refuse_change before update or delete or truncate on events
     for each statement execute function refuse_change()`,
  `create trigger links_refuse_change before update or delete or truncate on links
     for each statement execute function refuse_change()`,
  `create trigger identifiers_refuse_delete before delete or truncate on identifiers
     for each statement execute function refuse_change()`,
  `create trigger units_refuse_delete before delete or truncate on units
     for each statement execute function refuse_change()`,
  `create function refuse_second_owner() returns trigger language plpgsql as
     $$ begin raise exception 'identifiers: a number names one unit'; end $$`,
  `create trigger identifier_refuse_second_owner before update on identifiers for each row
     when (old.active = 1 and new.unit <> old.unit) execute function refuse_second_owner()`,
]
