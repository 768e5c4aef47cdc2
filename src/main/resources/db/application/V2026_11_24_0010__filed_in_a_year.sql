-- Whoever tries a change of a guide looks at what was filed with it in the last year, the newest first.
create index application_of_life_event on application.application (life_event, submitted_at desc, application_id desc);
