-- The business data; every row has its message, because both are written in one transaction.
create table if not exists appointment (
  id bigint generated always as identity primary key,
  phone text not null,
  starts_at text not null,
  reminder_tag text not null unique
);

-- The outbox.
create table if not exists message (
  tag text primary key,
  recipient text not null,
  body text not null,
  state text not null default 'QUEUED'
    check (state in ('QUEUED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'REVIEW')),
  attempt int not null default 0, -- each number is given to one process
  owner text,                     -- that process
  attempted_at timestamptz,       -- nothing was sent before
  ended_at timestamptz,           -- nothing was sent after, as far as is known
  message_id text unique,
  reason text,                    -- why it is UNKNOWN, FAILED, or for a person (REVIEW)
  delivery text,
  error_code int,
  delivery_time timestamptz
);
create index if not exists message_open on message (state) where state <> 'SENT';

create or replace view for_a_person as
  select tag, recipient, reason, owner, attempted_at from message where state = 'REVIEW';

-- The events of callbacks, each once.
create table if not exists event (
  key text primary key,
  tag text,
  message_id text,
  type text,
  received_at timestamptz not null default now()
);

-- What db-scheduler requires.
create table if not exists scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  primary key (task_name, task_instance)
);
create index if not exists scheduled_tasks_due on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- The shared rate: one row for each segment a second.
create table if not exists turn (
  number int primary key,
  free_at timestamptz not null,
  tag text -- the message that holds it
);
