alter table application.application
    add agent          uuid,
    add agent_name     text,
    add agent_mandate  uuid,
    add agent_capacity text,
    add agent_until    timestamptz,
    add check ((agent is null) = (agent_mandate is null) and (agent is null) = (agent_name is null) and (agent is null) = (agent_capacity is null));
comment on column application.application.agent is 'the person who filed it for the applicant; null when the applicant did';
comment on column application.application.agent_until is 'end of the mandate as it stood on that day';
