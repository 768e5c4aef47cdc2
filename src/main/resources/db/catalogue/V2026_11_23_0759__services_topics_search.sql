-- What people and firms look for: the subject classes of the province's catalogue.
create table catalogue.topic (
    audience text not null,
    key      text not null,
    position int not null,
    name     jsonb not null,
    primary key (audience, key)
);

-- A single service: what lists need beside the whole of what its page shows.
create table catalogue.service (
    key           text primary key,
    name          jsonb not null,
    audiences     text[] not null,
    department    text not null,
    promised_days int not null,
    visits        int not null,
    content       jsonb not null
);

create table catalogue.service_topic (
    service  text not null references catalogue.service,
    audience text not null,
    topic    text not null,
    primary key (service, audience, topic)
);

-- Every text that can be found: of a life event (kind LIFE_EVENT) or a service. folded is lower case, without punctuation, words parted by
-- single spaces, beginning with one.
create table catalogue.search_line (
    kind     text not null,
    code     text not null,
    position int not null,
    field    text not null,
    weight   int not null,
    shown    jsonb not null,
    folded   text not null,
    primary key (kind, code, position)
);
