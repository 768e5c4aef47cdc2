-- A search by the beginning of a name reads one page of lines in their order, however many of that name there are.
create index case_name on casework.case_file (body_id, applicant_name collate "C", due_on desc, application_id, no);
drop index casework.case_applicant;
