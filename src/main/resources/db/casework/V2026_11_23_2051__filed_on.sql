-- The day a case was filed: who had the power then decides it, whatever is handed over or taken back later.
select set_config('yici.house', 'on', true);
alter table casework.case_file add column filed_on date;
update casework.case_file c set filed_on = (b.submitted_at at time zone 'Asia/Shanghai')::date
from casework.bundle b where b.application_id = c.application_id;
alter table casework.case_file alter column filed_on set not null;
