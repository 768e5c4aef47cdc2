-- What supervision warns of or shows a card for, by the day of the warning: the desk's filter reads nothing else.
create index case_watched on casework.case_file (body_id, stage, warn_on, application_id, no, red_on) where stage < 5 and warn_on is not null;
create index case_special on casework.case_file (body_id, due_on, application_id, no) where state = 'SPECIAL_PROCEDURE';
-- Silence is found by its clock now.
drop index casework.case_silence;
