alter table casework.act add on_behalf text not null default '';
comment on column casework.act.on_behalf is 'whose name somebody acted in: the party''s name, empty for who acted for himself';
