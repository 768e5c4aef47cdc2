create schema openid;

-- Nothing here is written for a visitor: what is asked before somebody is signed in rests sealed in the browser. Every row ends by itself.

-- one row; a new stamp with every change, so that each node reads again what it keeps in memory
create table openid.register (
    only_one boolean primary key default true check (only_one),
    parties  uuid not null,
    keys     uuid not null
);
insert into openid.register (parties, keys) values (gen_random_uuid(), gen_random_uuid());

-- parties of one sector know a person by the same name, others by another
create table openid.sector (
    id         text primary key,
    salt       bytea not null,
    created_at timestamptz not null
);
comment on column openid.sector.salt is 'never changes: from it and the account comes the name a person has in this sector';

create table openid.relying_party (
    client_id              text primary key check (client_id ~ '^[a-z0-9][a-z0-9.-]{2,63}$'),
    name_zh                text not null,
    name_en                text not null,
    name_fr                text not null,
    name_ko                text not null,
    name_ja                text not null,
    body                   text not null,
    sector                 text not null references openid.sector,
    profile                text not null check (profile in ('LEGACY', 'FAPI2')),
    authentication         text not null
        check (authentication in ('PRIVATE_KEY_JWT', 'CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST', 'NONE')),
    secret_hash            bytea not null,
    jwks                   text not null,
    jwks_uri               text not null,
    redirect_uris          text[] not null,
    post_logout_uris       text[] not null,
    backchannel_logout_uri text not null,
    scopes                 text[] not null,
    grants                 text[] not null,
    without_pkce           boolean not null,
    id_token_algorithm     text not null check (id_token_algorithm in ('ES256', 'RS256')),
    sandbox                boolean not null,
    state                  text not null check (state in ('ACTIVE', 'STOPPED')),
    created_at             timestamptz not null,
    check (profile = 'LEGACY' or (authentication = 'PRIVATE_KEY_JWT' and not without_pkce and id_token_algorithm = 'ES256'))
);
comment on column openid.relying_party.body is 'the public body that answers for it; empty for one of nobody''s, such as a firm''s';
comment on column openid.relying_party.secret_hash is 'keyed hash of a random secret; empty where a key proves who is calling';
comment on column openid.relying_party.without_pkce is 'an old application that cannot; never a public one, never a department';
create index relying_party_sector on openid.relying_party (sector);

create table openid.signing_key (
    kid          text primary key,
    algorithm    text not null check (algorithm in ('ES256', 'RS256')),
    public_jwk   text not null,
    sealed_jwk   bytea not null,
    published_at timestamptz not null,
    signs_from   timestamptz,
    signs_until  timestamptz
);
comment on column openid.signing_key.sealed_jwk is 'the private key, encrypted under the house''s secret';
comment on column openid.signing_key.signs_from is 'null while it waits, published, for its turn';

-- who is signed in where: one row per sign-on session and party; its sid is what the party knows the session by
create table openid.visit (
    sid           uuid primary key,
    sign_on       uuid not null,
    client_id     text not null,
    person        uuid not null,
    issuer        text not null,
    began_at      timestamptz not null,
    look_again_at timestamptz not null,
    unique (sign_on, client_id)
);
comment on column openid.visit.look_again_at is 'when to see whether the session is still alive; nobody tells us that somebody went home';
create index visit_person on openid.visit (person, client_id);
create index visit_look_again on openid.visit (look_again_at);

create table openid.code (
    code_hash    bytea primary key,
    sign_on      uuid not null,
    client_id    text not null,
    redirect_uri text not null,
    challenge    text not null,
    nonce        text not null,
    key_hash     text not null,
    granted      jsonb not null,
    expires_at   timestamptz not null,
    redeemed_at  timestamptz,
    family       uuid
);
create index code_sign_on on openid.code (sign_on);
create index code_expires_at on openid.code (expires_at);

-- one row however often it is refreshed
create table openid.family (
    id         uuid primary key,
    token_hash bytea not null,
    sid        uuid not null references openid.visit on delete cascade,
    client_id  text not null,
    key_hash   text not null,
    granted    jsonb not null,
    began_at   timestamptz not null,
    used_at    timestamptz not null,
    ends_at    timestamptz not null
);
create index family_sid on openid.family (sid);
create index family_ends_at on openid.family (ends_at);

create table openid.pushed_request (
    uri_hash   bytea primary key,
    client_id  text not null,
    parameters text not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    gone_at    timestamptz not null
);
create index pushed_request_gone_at on openid.pushed_request (gone_at);

-- what may be used once and was: proofs of a key, assertions, tokens taken back. The same for all nodes.
create table openid.spent (
    hash    bytea primary key,
    gone_at timestamptz not null
);
create index spent_gone_at on openid.spent (gone_at);

create table openid.consent (
    person    uuid not null,
    client_id text not null,
    scopes    text[] not null,
    given_at  timestamptz not null,
    primary key (person, client_id)
);

create table openid.device (
    code_hash  bytea primary key,
    user_code  text not null unique,
    client_id  text not null,
    scopes     text[] not null,
    state      text not null check (state in ('WAITING', 'ALLOWED', 'REFUSED')),
    granted    jsonb,
    every_s    integer not null,
    polled_at  timestamptz,
    expires_at timestamptz not null
);
create index device_client on openid.device (client_id);
create index device_expires_at on openid.device (expires_at);

create table openid.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on openid.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on openid.scheduled_tasks (last_heartbeat);
