-- What clients asked for in the last minute, summed over all processes. Nothing of worth is lost with it in a crash.
create unlogged table request_count (
  key text not null,
  window_start bigint not null,
  count integer not null,
  primary key (key, window_start)
);
