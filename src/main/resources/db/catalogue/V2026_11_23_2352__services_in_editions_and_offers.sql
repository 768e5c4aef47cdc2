-- A single service is kept in editions, as a guide is: what the province says of it is its standard, and what a body offers differs from that.
insert into catalogue.edition (id, subject, variant, number, published_at, effective_from, content_hash, content)
select gen_random_uuid(), key, 'std', 1, now(), '1949-10-01', encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), content
from catalogue.service;
insert into catalogue.variant (subject, key, kind, invented, areas_complete, note)
select key, 'std', 'BASE', false, true, '' from catalogue.service;

-- Lists are made of what is in force, so that they are right on the day another edition comes into force.
drop table catalogue.service_topic;
alter table catalogue.service
    drop column name, drop column audiences, drop column department, drop column promised_days, drop column visits, drop column content;
alter table catalogue.life_event
    drop column name, drop column audience, drop column lead, drop column items, drop column promised_days, drop column visits,
    add column words text not null default '';
comment on column catalogue.life_event.words is 'what people say who do not know the official name';

-- A text that can be found belongs to the edition it stands in; only what is in force is found.
alter table catalogue.search_line add column edition uuid references catalogue.edition;
update catalogue.search_line l set edition = (
    select e.id from catalogue.edition e
    where e.subject = l.code and e.variant = 'std' and e.effective_from <= current_date
    order by e.effective_from desc, e.number desc limit 1);
delete from catalogue.search_line where edition is null;
alter table catalogue.search_line alter column edition set not null;
alter table catalogue.search_line drop constraint search_line_pkey;
alter table catalogue.search_line add primary key (edition, code, position);
